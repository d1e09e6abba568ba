/** Invented people. No name is taken from a school; surnames include the ones that break careless software. */

type OwnPupil = { forename: string; surname: string; legalForename?: string; legalSurname?: string }

/** The teacher's own class, as the live panel's picture shows it. */
export const ownPupils: readonly OwnPupil[] = [
  { forename: 'Aisha', surname: 'Karimi' },
  { forename: 'Alfie', surname: 'Brackley', legalForename: 'Alfred' },
  { forename: 'Amara', surname: 'Nwosu' },
  { forename: 'Ayaan', surname: 'Siddiq' },
  { forename: 'Bella', surname: 'Thornbury', legalForename: 'Isabella' },
  { forename: 'Callum', surname: "O'Donoghue" },
  { forename: 'Chloe', surname: 'Pettifer' },
  { forename: 'Daisy', surname: 'Wetherill' },
  { forename: 'Dylan', surname: 'Prosser' },
  { forename: 'Elsie', surname: 'Marchbank' },
  { forename: 'Ethan', surname: 'Calloway' },
  { forename: 'Farah', surname: 'Mirzai' },
  { forename: 'Freya', surname: 'Lindgren' },
  { forename: 'George', surname: 'Ashdown' },
  { forename: 'Hana', surname: 'Takeda' },
  { forename: 'Harvey', surname: 'Stubbington' },
  { forename: 'Imogen', surname: 'Featherstonehaugh-Bartholomew' },
  { forename: 'Isaac', surname: 'Adeyemi' },
  { forename: 'Jaya', surname: 'Raman', legalForename: 'Jayalakshmi' },
  { forename: 'Joe', surname: 'Hathersage', legalForename: 'Joseph' },
  { forename: 'Kofi', surname: 'Ampofo' },
  { forename: 'Leila', surname: 'Haddow', legalSurname: 'Rahmani' },
  { forename: 'Lucas', surname: 'Moreira' },
  { forename: 'Maya', surname: 'Feldstein' },
  { forename: 'Noah', surname: 'Grimshaw' },
  { forename: 'Omar', surname: 'El-Sayegh' },
  { forename: 'Priya', surname: 'Chandran' },
  { forename: 'Rosa', surname: 'Peñaranda' },
  { forename: 'Sam', surname: 'Whitlock', legalForename: 'Samuel' },
  { forename: 'Zoe', surname: 'Kowalczyk' },
]

const words = (list: string): readonly string[] => list.trim().split(/\s+/)

/** For the other classes. */
export const forenames = words(`
  Abigail Adam Ahmed Alice Amelia Anya Archie Arlo Arthur Ava Benjamin Bilal Caleb Caitlin Charlie Clara David Deepak
  Eleanor Elijah Eliza Emily Erin Esme Evan Evie Fatima Felix Finley Florence Gabriel Grace Halima Hannah Harry Henry
  Ibrahim Ines Iris Ivy Jack Jasmine Jessica Kai Karolina Kieran Lara Leo Lily Logan Lottie Luca Mabel Mariam Martha
  Matilda Max Mia Mohammed Molly Nadia Nia Niamh Oliver Olivia Oscar Poppy Rafael Reuben Riley Robyn Ruby Rowan Saira
  Samira Sebastian Sofia Tariq Thea Theo Toby Umar Violet Wiktor William Willow Yusuf Zara Zoë`)

export const surnames = words(`
  Abara Ackerley Aldous Ashgrove Banerji Barraclough Belgrave Birtwistle Blenkinsop Bołdyga Bramwell Cadwallader
  Chattopadhyay Cheung Cragg D'Arcy-Wells Dahlström Darroch Desai Duxbury Eastwell Efobi Entwhistle
  Farrier Fennimore Garside Ghorbani Goddard Greenhalgh Hallsworth Haverstock Hebden Ibekwe Inglethorpe Jabłońska Jessop
  Kavanagh Kettlewell Kinsella Lascelles Liang Lowther MacAskill Makinde Malik Mbeki Merriwell Molyneux Nakata
  Naylor Norcross O'Shaughnessy Oduya Okonjo Ormerod Papadakis Penhaligon Pickering Qureshi Radcliffe Ravenscroft Rishworth
  Saltmarsh Sandhu Scarisbrick Sepúlveda Shackleton Szymański Tattersall Thackray Tilney Uddin Urquhart Vasquez
  Waddington Wainscott Warsame Winterbourne Wrigglesworth Yardley Yeboah Zielińska`)

export const adultForenames = words(`
  Adaeze Alan Andrea Beata Bridget Carlos Catherine Claire Daniel Declan Elena Farid Fiona Gareth Gillian Hassan Helen
  Imran Janet Karen Kwame Laura Layla Marcus Maria Mei Michael Nasreen Neil Patricia Paul Rachel Rajesh Robert Ruth
  Sanjay Sarah Stephen Susan Tomasz Usha Victoria Yasmin`)

export const teacherName = 'Ms J Reid'
/** They teach the first of the other classes. */
export const otherTeacherNames: readonly string[] = ['Mrs S Llewellyn', 'Mr B Oyelaran']
export const headTeacherName = 'Mrs A Whitcombe'

/** The usual second adult first. */
export const colleagueNames: readonly string[] = [
  'Mrs T Okafor',
  'Mr D Hughes',
  'Miss A Kaur',
  'Mrs P Lindqvist',
]
