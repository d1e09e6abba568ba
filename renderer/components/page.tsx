import { type ReactNode, useEffect } from 'react'
import classes from './page.module.css'

type Props = {
  title: string
  /** One quiet line under the title. */
  subtitle?: ReactNode
  /** What stands opposite the title. */
  aside?: ReactNode
  children: ReactNode
}

/** A page of the main window: title, one line, what it holds. */
export function Page({ title, subtitle, aside, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Session Companion`
  }, [title])
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <div className={classes.heading}>
          <h1 className={classes.title}>{title}</h1>
          {subtitle && <p className={classes.subtitle}>{subtitle}</p>}
        </div>
        {aside}
      </header>
      {children}
    </div>
  )
}
