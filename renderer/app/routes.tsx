import { lazy, Suspense } from 'react'
import { Route, Router, Switch } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { MainWindow } from './main-window.tsx'

/** The overlay and the panel are windows of their own; their code is loaded only there. */
const ChecklistWindow = lazy(() =>
  import('../features/checklist/checklist-window.tsx').then((m) => ({ default: m.ChecklistWindow })),
)
const LivePanel = lazy(() =>
  import('../features/live/live-panel.tsx').then((m) => ({ default: m.LivePanel })),
)

export function Routes() {
  return (
    <Router hook={useHashLocation}>
      <Suspense>
        <Switch>
          <Route path="/checklist/:lessonId">
            {({ lessonId }) => <ChecklistWindow lessonId={lessonId} />}
          </Route>
          <Route path="/live/:lessonId">{({ lessonId }) => <LivePanel lessonId={lessonId} />}</Route>
          <Route>
            <MainWindow />
          </Route>
        </Switch>
      </Suspense>
    </Router>
  )
}
