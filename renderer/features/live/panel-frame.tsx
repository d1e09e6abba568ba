import { type ReactNode, useEffect } from 'react'
import { type GuardAlert, isLoud } from '../../../shared/domain/lesson.ts'
import { useApi } from '../../lib/use-lesson.ts'
import classes from './panel-frame.module.css'

type Props = { alert: GuardAlert | null; children: ReactNode }

/**
 * Around every view of a live lesson. What the guard is loud about
 * brings the window forward and marks its edge (staff.second-adult).
 */
export function PanelFrame({ alert: raised, children }: Props) {
  const api = useApi()
  const alert = isLoud(raised) ? raised : null
  useEffect(() => {
    if (alert !== null) void api.invoke('panel.window', { do: 'raise' })
  }, [api, alert])
  return (
    <div className={classes.frame} data-alert={alert !== null}>
      {children}
    </div>
  )
}
