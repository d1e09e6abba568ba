import { createElement } from 'react'
import type { Behaviour } from '../../shared/domain/behaviours.ts'
import { behaviourIcon } from './behaviour-icons.ts'

type Props = { behaviour: Pick<Behaviour, 'icon' | 'colour'> }

/** A behaviour's icon in its colour. */
export const BehaviourMark = ({ behaviour: { icon, colour = 'grey' } }: Props) =>
  createElement(behaviourIcon(icon), {
    size: 15,
    stroke: 1.75,
    'aria-hidden': true,
    style: { flex: 'none', color: `var(--behaviour-${colour})` },
  })
