/**
 * Words that stand in participants' names and name nobody. A word that is part of a pupil's own name in the class at
 * hand is never taken for one of these: Honor, Page and Mark are children as well.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** Things that join a meeting, folded. */
export const DEVICE_WORDS = words(`
  ipad ipads iphone phone smartphone android laptop tablet computer desktop chromebook macbook imac notebook surface
  kindle galaxy samsung huawei xiaomi redmi oppo vivo oneplus nokia motorola moto lenovo thinkpad ideapad toshiba acer
  asus hp lg pc mobile tv xbox nintendo playstation ps4 ps5 switch portal device windows user users zoom
  teams meet guest caller anonymous unknown unnamed admin administrator owner student pupil child visitor participant
  attendee account tab echo wifi room lounge kitchen browser chrome`)

/** Words beside those of a device that are surnames or forenames too: noise only when nothing else is left. */
export const DEVICE_COMPANIONS = words(`
  dell mac honor pixel nova fire sky home mini pro air max plus lite note edge power ultra play amazon facebook apple google
  microsoft conference call in new office reception class school teacher head supply interpreter tester test show hd fold
  it support mystery the my a abc xyz`)

/** What a grown-up is called by before the name. */
export const TITLE_WORDS = words(`
  mr mrs ms miss mx dr prof rev sir madam senor senora señora frau herr pan pani mme monsieur madame`)

/** Somebody of the pupil's home, or a grown-up's title: never taken for the pupil without asking. */
export const PARENT_WORDS: ReadonlySet<string> = new Set([
  ...TITLE_WORDS,
  ...words(`
  mum mums mummy mam mom mommy mama dad dads daddy papa parent parents carer guardian mother father nan nans nanny nana
  gran granny grandma grandad grandpa grandparent auntie aunty aunt uncle brother sister sibling family fam household umm abu tutor`),
])

/** Small words between the others. */
export const FILLER_WORDS = words('the of from my on for with year yr class his her backup')

/** Parts of a surname that are not enough to tell anybody by. */
export const SURNAME_PARTICLES = words(`
  van von der den ter de la le les du da das do dos di del della al el ul ur bin bint ibn ben ap ab ferch o ni nic mac mc
  st san santa abd abdel abdul abu`)
