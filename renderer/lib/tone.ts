/** Two soft notes, made here: no file, and nothing louder than a voice. Where there is no sound there is none. */
export function playTone(): void {
  try {
    const context = new AudioContext()
    const end = [
      { frequency: 523.25, at: 0 },
      { frequency: 659.25, at: 0.28 },
    ].map((note) => playNote(context, note))
    setTimeout(() => void context.close(), Math.max(...end) * 1000 + 200)
  } catch {
    // The timer says that it is over in words too.
  }
}

type Note = {
  /** Hz. */
  frequency: number
  /** Seconds from now. */
  at: number
}

const LOUDEST = 0.12
const NOTE_S = 0.7

/** Swells and fades, so that it does not startle. Returns when it ends, seconds from now. */
function playNote(context: AudioContext, { frequency, at }: Note): number {
  const start = context.currentTime + at
  const volume = context.createGain()
  volume.gain.setValueAtTime(0, start)
  volume.gain.linearRampToValueAtTime(LOUDEST, start + 0.06)
  volume.gain.exponentialRampToValueAtTime(0.0001, start + NOTE_S)
  const oscillator = new OscillatorNode(context, { type: 'sine', frequency })
  oscillator.connect(volume).connect(context.destination)
  oscillator.start(start)
  oscillator.stop(start + NOTE_S)
  return at + NOTE_S
}
