import { useState } from 'react'
import { useStore } from 'zustand'
import { judgeScheme, problemInWords, schemeChanges } from '../../../shared/domain/scheme-edit.ts'
import type { Scheme } from '../../../shared/domain/scheme.ts'
import type { SchemeVersion } from '../../../shared/ipc/commands/schemes.ts'
import { DraftFrame } from '../../components/draft-frame.tsx'
import { useLeaving } from '../../lib/use-leaving.ts'
import { isOvertaken } from '../../lib/version-editor.ts'
import { BehavioursPart } from './behaviours-part.tsx'
import { LadderPart } from './ladder-part.tsx'
import { AttitudesPart, PhasesPart, RewardLevelsPart } from './other-parts.tsx'
import { PadPreview } from './pad-preview.tsx'
import classes from './scheme-editor.module.css'
import type { SchemeStore } from './scheme-store.ts'

type Props = { store: SchemeStore; inForce: SchemeVersion }

/** The scheme in a leader's hands: its lists on the left, how it will look in the panel on the right. */
export function SchemeEditor({ store, inForce }: Props) {
  const { draft, savedAs, versions, edited, discarded, putOnTop, save } = useStore(store)
  const [openId, setOpenId] = useState<string | null>(null)
  const base = draft?.base ?? inForce
  const scheme = draft?.content ?? inForce.scheme
  const changes = schemeChanges(base.scheme, scheme)
  const problems = judgeScheme(scheme)
  const leaving = useLeaving(changes.length > 0)
  const changed = (change: Partial<Scheme>) => edited({ ...scheme, ...change })
  const part = { scheme, problems, onChanged: changed }
  return (
    <DraftFrame
      what="scheme"
      inForce={inForce}
      basedOn={base.version}
      isOvertaken={isOvertaken({ draft, versions })}
      changes={changes}
      problems={[...new Set(problems.map((one) => problemInWords(scheme, one)))]}
      savedAs={savedAs}
      isLeaving={leaving.to !== null}
      onSave={save}
      onDiscard={discarded}
      onPutOnTop={putOnTop}
      onStay={leaving.stay}
      onLeave={() => {
        discarded()
        leaving.leave()
      }}
    >
      <div className={classes.columns}>
        <div className={classes.parts}>
          <BehavioursPart {...part} openId={openId} onOpened={setOpenId} />
          <LadderPart {...part} />
          <RewardLevelsPart {...part} />
          <AttitudesPart {...part} />
          <PhasesPart {...part} />
        </div>
        <PadPreview scheme={scheme} chosenId={openId} onChosen={setOpenId} />
      </div>
    </DraftFrame>
  )
}
