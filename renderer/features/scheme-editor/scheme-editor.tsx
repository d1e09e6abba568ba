import { useState } from 'react'
import { judgeScheme, problemInWords, schemeChanges } from '../../../shared/domain/scheme-edit.ts'
import type { Scheme } from '../../../shared/domain/scheme.ts'
import type { SchemeVersion } from '../../../shared/ipc/commands/schemes.ts'
import { DraftFrame } from '../../components/draft-frame.tsx'
import { useDraft } from '../../lib/use-draft.ts'
import { BehavioursPart } from './behaviours-part.tsx'
import { LadderPart } from './ladder-part.tsx'
import { AttitudesPart, PhasesPart, RewardLevelsPart } from './other-parts.tsx'
import { PadPreview } from './pad-preview.tsx'
import classes from './scheme-editor.module.css'
import type { SchemeStore } from './scheme-store.ts'

const ofScheme = { contentOf: ({ scheme }: SchemeVersion) => scheme, changesBetween: schemeChanges }

type Props = { store: SchemeStore; inForce: SchemeVersion }

/** The scheme in a leader's hands: its lists on the left, how it will look in the panel on the right. */
export function SchemeEditor({ store, inForce }: Props) {
  const { content: scheme, edited, frame } = useDraft(store, inForce, ofScheme)
  const [openId, setOpenId] = useState<string | null>(null)
  const problems = judgeScheme(scheme)
  const changed = (change: Partial<Scheme>) => edited({ ...scheme, ...change })
  const part = { scheme, problems, onChanged: changed }
  return (
    <DraftFrame
      {...frame}
      what="scheme"
      problems={[...new Set(problems.map((one) => problemInWords(scheme, one)))]}
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
