// A tap changes the text of its button and inserts one row; the footer says when that is acknowledged.
const lessonId = crypto.randomUUID()
const person = crypto.randomUUID()
const device = crypto.randomUUID()
const line = document.querySelector('footer p')

for (let at = 0; at < 30; at += 1) {
  const pupilId = crypto.randomUUID()
  const button = document.createElement('button')
  let points = 0
  button.textContent = `Pupil ${at}: 0`
  button.addEventListener('click', () => {
    points += 1
    button.textContent = `Pupil ${at}: ${points}`
    line.textContent = 'saving'
    const row = {
      id: crypto.randomUUID(),
      lessonId,
      pupilId,
      kind: 'award',
      value: JSON.stringify({ behaviour: 'good-answer', group: 'praise', points: 1 }),
      at: Date.now(),
      actorId: person,
      deviceId: device,
    }
    void window.bare.insert(row).then(() => {
      line.textContent = 'saved'
    })
  })
  document.querySelector('main').append(button)
}
