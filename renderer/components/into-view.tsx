import { type ReactNode, useEffect, useRef } from 'react'
import classes from './into-view.module.css'

type Props = { children: ReactNode }

/** What came of a click, which a long page would hide: it comes into sight as it appears, and is then left alone. */
export function IntoView({ children }: Props) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), [])
  return (
    <div ref={place} className={classes.place}>
      {children}
    </div>
  )
}
