import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// Pages are loaded when they are first shown, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 4000 })

/** What jsdom does not have and the component library or the browser's own dialog need. */
window.matchMedia ??= (query) => ({
  matches: false,
  media: query,
  onchange: null,
  addListener: () => {},
  removeListener: () => {},
  addEventListener: () => {},
  removeEventListener: () => {},
  dispatchEvent: () => false,
})

window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}

// oxlint-disable-next-line typescript/no-unnecessary-condition -- in the DOM's types, not in jsdom
Element.prototype.scrollIntoView ??= () => {}

// oxlint-disable-next-line typescript/no-unnecessary-condition -- in the DOM's types, not in jsdom
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.setAttribute('open', '')
}
// oxlint-disable-next-line typescript/no-unnecessary-condition -- in the DOM's types, not in jsdom
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.removeAttribute('open')
  this.dispatchEvent(new Event('close'))
}

// Nothing is ever painted here, so nothing may wait for it.
Object.defineProperty(document, 'hidden', { configurable: true, value: true })

afterEach(cleanup)
