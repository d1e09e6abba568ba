import { describe, expect, it } from 'vitest'
import { lessonPage } from '../../electron/exchange/export/lesson-page.ts'
import { buildDay } from '../support/day-fixture.ts'

describe('lessonPage', () => {
  it('is a page for signature: who, when, which checks were passed over, what part each pupil took', () => {
    const day = buildDay({ lessons: 1 })
    const [lesson] = day.lessons
    const html = lesson ? lessonPage(day, lesson) : ''
    const read = html
      .replaceAll(/<style>.*<\/style>/gs, '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
    expect(read).toContain('18 January 2021 planned 09:30 to 10:30 held 09:31 to 10:28')
    expect(read).toContain('Teacher Ms J Reid Second adult Mr A Patel')
    expect(read).toContain(
      'Resources with every pupil , passed over: Nothing to hand out: work is on screen today',
    )
    expect(read).toContain('checklist version 2; seen by the app, or by the teacher’s word')
    expect(read).toContain('School laptop By word 09:20')
    expect(read).toContain('29 expected, 28 took part, 1 absent, 1 not taking part')
    expect(read).toContain('Signed off in Session Companion by Ms J Reid on 18 January 2021 at 10:35.')
    expect(html.match(/<th scope="row"/g)).toHaveLength(31)
    expect(html).not.toContain('Example school')
  })

  it('gives a class of thirty rows that fit on the page, and never cuts a larger one off', () => {
    const row = (pupils: number) => {
      const day = buildDay({ lessons: 1, pupils })
      const [lesson] = day.lessons
      return /class="(page[^"]*)" style="--row: ([\d.]+)mm"/
        .exec(lesson ? lessonPage(day, lesson) : '')
        ?.slice(1)
    }
    expect(row(2)).toEqual(['page', '6.00'])
    expect(row(30)).toEqual(['page', '4.58'])
    expect(row(45)).toEqual(['page long', '3.90'])
  })

  it('makes room for the checks a school has added', () => {
    const day = buildDay({ lessons: 1, pupils: 30 })
    const heightWith = (more: number) => {
      const [lesson] = day.lessons.map((one) => {
        const added = one.checkItems.slice(0, more).map((item) => ({ ...item, id: `own-${item.id}` }))
        return { ...one, checkItems: [...one.checkItems, ...added] }
      })
      return /--row: ([\d.]+)mm/.exec(lesson ? lessonPage(day, lesson) : '')?.[1]
    }
    expect([0, 1, 5].map(heightWith)).toEqual(['4.58', '4.58', '4.26'])
  })
})
