import { Parser } from 'saxen'
import { decodeText } from './decode-text.ts'

/** Why a part of a document is not read. */
export type XmlProblem = 'damaged' | 'xml-entities'

export class XmlError extends Error {
  readonly problem: XmlProblem

  constructor(problem: XmlProblem) {
    super(problem)
    this.problem = problem
  }
}

/**
 * What is told of a document, names without their namespace: each may prefix its own. An attribute is asked for by its
 * whole name, or as `*:id` with any prefix.
 */
export type XmlHandlers = {
  open: (name: string, attribute: (name: string) => string | undefined) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

/**
 * Reads one XML part of an Office file. A document type or entity, which no such part has, is refused: entities that
 * hold each other unfold without end. Throws an `XmlError` and nothing else.
 */
export function readXmlPart(bytes: Uint8Array, handlers: XmlHandlers): void {
  const decoded = decodeText(bytes)
  if (!decoded.isText) throw new XmlError('damaged')
  if (/<!(DOCTYPE|ENTITY)/i.test(decoded.text)) throw new XmlError('xml-entities')
  const parser = new Parser()
    .on('error', () => {})
    .on('openTag', (name, attributes, decode) =>
      handlers.open(localName(name), (wanted) => {
        const all = attributes()
        const name = wanted.startsWith('*')
          ? Object.keys(all).find((one) => one.endsWith(wanted.slice(1)))
          : wanted
        const value = all[name ?? '']
        return value === undefined ? undefined : decode(value)
      }),
    )
    .on('closeTag', (name) => handlers.close?.(localName(name)))
    .on('text', (text, decode) => handlers.text?.(decode(text)))
    .on('cdata', (text) => handlers.text?.(text))
  if (parser.parse(decoded.text) !== null) throw new XmlError('damaged')
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
