import { lazy, Suspense, useEffect, useState } from 'react'
import { Route, Switch } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { TodayPage } from '../features/today/today-page.tsx'
import { createTodayStore, type TodayStore } from '../features/today/today-store.ts'
import { createFilesStore } from '../lib/files-store.ts'
import { FilesContext } from '../lib/use-handed-file.ts'
import { useApi } from '../lib/use-lesson.ts'
import { useApp } from '../lib/use-app.ts'
import { ExampleBanner } from './example-banner.tsx'
import classes from './main-window.module.css'
import { FilesIn } from './files-in.tsx'
import { Notices } from './notices.tsx'
import { ProblemPage } from './problem-page.tsx'
import { Sidebar } from './sidebar.tsx'

/** Today is what a start waits for; every other page is loaded when it is first opened. */
const WelcomePage = lazy(() =>
  import('../features/welcome/welcome-page.tsx').then((m) => ({ default: m.WelcomePage })),
)
const StartLessonPage = lazy(() =>
  import('../features/today/start-lesson-page.tsx').then((m) => ({ default: m.StartLessonPage })),
)
const ClassesPage = lazy(() =>
  import('../features/classes/classes-page.tsx').then((m) => ({ default: m.ClassesPage })),
)
const ClassPage = lazy(() =>
  import('../features/classes/class-page.tsx').then((m) => ({ default: m.ClassPage })),
)
const PupilPage = lazy(() =>
  import('../features/classes/pupil-page.tsx').then((m) => ({ default: m.PupilPage })),
)
const ImportPage = lazy(() =>
  import('../features/classes/import-page.tsx').then((m) => ({ default: m.ImportPage })),
)
const SignOffPage = lazy(() =>
  import('../features/sign-off/sign-off-page.tsx').then((m) => ({ default: m.SignOffPage })),
)
const EndOfDayPage = lazy(() =>
  import('../features/end-of-day/end-of-day-page.tsx').then((m) => ({ default: m.EndOfDayPage })),
)
const PolicyPage = lazy(() =>
  import('../features/policy/policy-page.tsx').then((m) => ({ default: m.PolicyPage })),
)
const StaffPage = lazy(() =>
  import('../features/staff/staff-page.tsx').then((m) => ({ default: m.StaffPage })),
)
const PacksPage = lazy(() =>
  import('../features/packs/packs-page.tsx').then((m) => ({ default: m.PacksPage })),
)
const PlanPage = lazy(() => import('../features/plan/plan-page.tsx').then((m) => ({ default: m.PlanPage })))
const TimetablePage = lazy(() =>
  import('../features/timetable/timetable-page.tsx').then((m) => ({ default: m.TimetablePage })),
)
const EntryPage = lazy(() =>
  import('../features/timetable/entry-page.tsx').then((m) => ({ default: m.EntryPage })),
)
const TimetableImportPage = lazy(() =>
  import('../features/timetable/timetable-import-page.tsx').then((m) => ({ default: m.TimetableImportPage })),
)
const SchoolDayPage = lazy(() =>
  import('../features/timetable/school-day-page.tsx').then((m) => ({ default: m.SchoolDayPage })),
)
const SharePage = lazy(() =>
  import('../features/sharing/share-page.tsx').then((m) => ({ default: m.SharePage })),
)
const JoinPage = lazy(() =>
  import('../features/joining/join-page.tsx').then((m) => ({ default: m.JoinPage })),
)
const SettingsPage = lazy(() =>
  import('../features/settings/settings-page.tsx').then((m) => ({ default: m.SettingsPage })),
)
const ChecklistEditorPage = lazy(() =>
  import('../features/checklist-editor/checklist-editor-page.tsx').then((m) => ({
    default: m.ChecklistEditorPage,
  })),
)
const SchemePage = lazy(() =>
  import('../features/scheme-editor/scheme-page.tsx').then((m) => ({ default: m.SchemePage })),
)

export function MainWindow() {
  const status = useApp((state) => state.status)
  const today = useToday()
  const files = useFiles()
  usePagesShownByMain()
  if (!status) return <Notices />
  if (status.problem) return <ProblemPage problem={status.problem} />
  if (!status.school) {
    return (
      <>
        <Notices />
        <WelcomePage />
      </>
    )
  }
  return (
    <div className={classes.window}>
      <Sidebar />
      <main className={classes.content} tabIndex={-1}>
        <Notices />
        {status.isExample && <ExampleBanner />}
        <FilesIn store={files} />
        <FilesContext value={files}>
          <Suspense>
            <Switch>
              <Route path="/lessons/new" component={StartLessonPage} />
              <Route path="/lessons/join" component={JoinPage} />
              <Route path="/lessons/:lessonId/share">
                {({ lessonId }) => <SharePage key={lessonId} lessonId={lessonId} />}
              </Route>
              <Route path="/classes" component={ClassesPage} />
              <Route path="/classes/import" component={ImportPage} />
              <Route path="/classes/:classId/:pupilId">
                {({ classId, pupilId }) => <PupilPage key={pupilId} classId={classId} pupilId={pupilId} />}
              </Route>
              <Route path="/classes/:classId">{({ classId }) => <ClassPage classId={classId} />}</Route>
              <Route path="/sign-off/:lessonId">
                {({ lessonId }) => <SignOffPage lessonId={lessonId} />}
              </Route>
              <Route path="/end-of-day" component={EndOfDayPage} />
              <Route path="/policy" component={PolicyPage} />
              <Route path="/staff" component={StaffPage} />
              <Route path="/lessons/:lessonId/plan">
                {({ lessonId }) => <PlanPage lessonId={lessonId} />}
              </Route>
              <Route path="/packs/:classId?">{({ classId }) => <PacksPage classId={classId} />}</Route>
              <Route path="/timetable">
                <TimetablePage />
              </Route>
              <Route path="/timetable/week/:date">{({ date }) => <TimetablePage date={date} />}</Route>
              <Route path="/timetable/new">
                <EntryPage />
              </Route>
              <Route path="/timetable/lesson/:entryId/:date">
                {({ entryId, date }) => <EntryPage entryId={entryId} date={date} />}
              </Route>
              <Route path="/timetable/import" component={TimetableImportPage} />
              <Route path="/timetable/school-day" component={SchoolDayPage} />
              <Route path="/settings" component={SettingsPage} />
              <Route path="/checklist-editor" component={ChecklistEditorPage} />
              <Route path="/scheme" component={SchemePage} />
              <Route>
                <TodayPage store={today} />
              </Route>
            </Switch>
          </Suspense>
        </FilesContext>
      </main>
    </div>
  )
}

/** Asked for before anything is known, so that the start does not wait twice; kept when another page is open. */
function useToday(): TodayStore {
  const api = useApi()
  const [store] = useState(() => createTodayStore(api))
  useEffect(() => store.getState().opened(), [store])
  return store
}

/** Kept when another page is open: a file is dropped on one page and taken by another. */
function useFiles() {
  const api = useApi()
  const [, navigate] = useHashLocation()
  const [store] = useState(() => createFilesStore(api, navigate))
  return store
}

/** Another window may ask for a page here, such as signing off when a lesson ends. */
function usePagesShownByMain(): void {
  const api = useApi()
  const [, navigate] = useHashLocation()
  useEffect(() => api.on('show.page', ({ path }) => navigate(path)), [api, navigate])
}
