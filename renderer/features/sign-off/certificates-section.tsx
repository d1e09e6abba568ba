import { Button } from '@mantine/core'
import { useState } from 'react'
import { fullDate } from '../../../shared/domain/times.ts'
import { pointsInWords } from '../../../shared/domain/words.ts'
import type { CertificateTold } from '../../../shared/ipc/commands/certificates.ts'
import { MakingProgress } from '../../components/making-progress.tsx'
import { Message } from '../../components/message.tsx'
import { useApp } from '../../lib/use-app.ts'
import classes from './certificates-section.module.css'
import { useCertificates } from './use-certificates.ts'

type Props = { lessonId: string }

const keyOf = ({ pupilId, levelId }: CertificateTold): string => `${pupilId} ${levelId}`

/** Who reached a reward level in this lesson, and their certificates (staff.rewards). Nothing where nobody did. */
export function CertificatesSection({ lessonId }: Props) {
  const hasOfficeFolder = useApp((state) => Boolean(state.status?.school?.officeFolder))
  const { certificates, made, failure, isMaking, step, prepare, stop } = useCertificates(lessonId)
  /** Those ticked otherwise than suggested: one that was made is made again only on purpose. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  if (certificates.length === 0) return null
  const isWanted = (one: CertificateTold) => (one.madeAt === null) !== turned.has(keyOf(one))
  const wanted = certificates.filter(isWanted)
  const turn = (key: string) => {
    const next = new Set(turned)
    if (!next.delete(key)) next.add(key)
    setTurned(next)
  }
  const make = async (place: 'office' | 'chosen') => {
    if (await prepare(wanted, place)) setTurned(new Set())
  }
  const several = wanted.length === 0 ? 'certificates' : `${wanted.length} certificates`
  const count = wanted.length === 1 ? 'the certificate' : several
  return (
    <section aria-labelledby="certificates" className={classes.section}>
      <h2 id="certificates" className={classes.heading}>
        Certificates earned
      </h2>
      <p className={classes.quiet}>For you to see. A pupil sees it when you give it to them.</p>
      <ul className={classes.list}>
        {certificates.map((one) => (
          <li key={keyOf(one)}>
            <label className={classes.one}>
              <input
                type="checkbox"
                className={classes.box}
                checked={isWanted(one)}
                onChange={() => turn(keyOf(one))}
              />
              <span className={classes.name}>{one.name}</span>
              <span>
                {one.levelName}, {pointsInWords(one.points)}
              </span>
              {one.madeAt !== null && (
                <span className={classes.made}>made on {fullDate(one.madeAt)}; tick to make it again</span>
              )}
            </label>
          </li>
        ))}
      </ul>
      {isMaking && <MakingProgress step={step} label="Certificates" onStop={stop} />}
      {failure && (
        <Message tone="bad" title="The certificates were not made">
          {failure.message}
        </Message>
      )}
      {made && (
        <Message
          tone="good"
          title={
            made.files.length === 1
              ? 'The certificate is ready'
              : `${made.files.length} certificates are ready`
          }
        >
          In {made.folder}
        </Message>
      )}
      <div className={classes.buttons}>
        {hasOfficeFolder && (
          <Button
            variant="default"
            disabled={wanted.length === 0}
            loading={isMaking}
            onClick={() => void make('office')}
          >
            Prepare {count}
          </Button>
        )}
        <Button
          variant={hasOfficeFolder ? 'subtle' : 'default'}
          disabled={wanted.length === 0 || isMaking}
          onClick={() => void make('chosen')}
        >
          {hasOfficeFolder ? 'In another folder…' : `Prepare ${count} in a folder…`}
        </Button>
      </div>
    </section>
  )
}
