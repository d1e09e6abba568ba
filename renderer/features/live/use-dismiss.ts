import { type RefObject, useEffect } from 'react'

/** While something stands over the panel, Esc and a press beside it close it; its own opener does so by itself. */
export function useDismiss(over: RefObject<HTMLElement | null>, isOpen: boolean, onClose: () => void): void {
  useEffect(() => {
    if (!isOpen) return
    const closeOutside = ({ target }: PointerEvent) => {
      if (!(target instanceof Element) || over.current?.contains(target)) return
      if (!target.closest('[aria-expanded="true"]')) onClose()
    }
    const closeByKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      onClose()
    }
    document.addEventListener('pointerdown', closeOutside)
    window.addEventListener('keydown', closeByKey, true)
    return () => {
      document.removeEventListener('pointerdown', closeOutside)
      window.removeEventListener('keydown', closeByKey, true)
    }
  }, [over, isOpen, onClose])
}
