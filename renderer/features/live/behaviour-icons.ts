import {
  IconAward,
  IconBulb,
  IconEar,
  IconEye,
  IconFlag,
  IconHandStop,
  IconHeart,
  IconHeartBroken,
  IconHeartHandshake,
  IconMessages,
  IconMicrophoneOff,
  IconMoodSmile,
  IconPencil,
  IconPoint,
  IconRocket,
  IconStar,
  IconTarget,
  IconThumbUp,
  type TablerIcon,
} from '@tabler/icons-react'

/** The icons a school's behaviours may name; one it does not know is a plain dot. */
const icons: ReadonlyMap<string, TablerIcon> = new Map([
  ['award', IconAward],
  ['bulb', IconBulb],
  ['ear', IconEar],
  ['eye', IconEye],
  ['flag', IconFlag],
  ['hand-stop', IconHandStop],
  ['heart', IconHeart],
  ['heart-broken', IconHeartBroken],
  ['heart-handshake', IconHeartHandshake],
  ['messages', IconMessages],
  ['microphone-off', IconMicrophoneOff],
  ['mood-smile', IconMoodSmile],
  ['pencil', IconPencil],
  ['rocket', IconRocket],
  ['star', IconStar],
  ['target', IconTarget],
  ['thumb-up', IconThumbUp],
])

export const behaviourIcon = (name: string): TablerIcon => icons.get(name) ?? IconPoint
