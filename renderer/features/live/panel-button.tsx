import type { ButtonHTMLAttributes } from 'react'
import classes from './panel-button.module.css'

type Props = ButtonHTMLAttributes<HTMLButtonElement> & { tone?: 'plain' | 'bare' | 'accent' | 'danger' }

/** A small button of the panel: 32 px, 44 on touch. */
export function PanelButton({ tone = 'plain', className = '', ...rest }: Props) {
  return (
    <button type="button" data-tone={tone} className={`${classes.button ?? ''} ${className}`} {...rest} />
  )
}
