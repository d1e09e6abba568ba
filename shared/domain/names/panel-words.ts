/** What a participants panel shows beside the names, in Zoom, Teams and Meet: buttons, states, headings. */

const lines = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .split(/[|\n]/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  )

/** Lines that are a button, an icon's name or a state, folded to letters and single spaces. */
export const PANEL_LINES = lines(`
  admit | admit all | admit everyone | remove | remove all | deny | deny entry | deny all | decline | allow | accept | view
  view all | view more | see all | show more | show all | more | more options | more actions | more vert | message | message all
  chat | invite | invite people | invite someone | add people | search | search for people | find a participant | share invite
  copy invite link | mute | unmute | mute all | unmute all | ask to unmute | ask all to unmute | muted | unmuted | microphone off | microphone on
  microphone muted | mic off | mic on | camera off | camera on | video off | video on | start video | stop video | ask to start video
  no video | videocam off | computer audio muted | computer audio unmuted | audio muted | audio unmuted | no audio connected | raise hand
  raised hand | hand raised | lower hand | lower all hands | in waiting room | in the waiting room | waiting | waiting to join | waiting to be let in
  in lobby | in the lobby | waiting in the lobby | wants to join | wants to join this call | asks to join | asked to join | someone wants to join
  joining | connecting | connecting to audio | in the meeting | in this meeting | in meeting | in call | in the call | joined | not joined | away
  left | on hold | presenting | is presenting | sharing screen | screen sharing | pin | pinned | pin for me | push pin | keep | keep pin | spotlight | spotlighted | domain disabled
  external | unverified | unverified participant | internal | meeting host | meeting organiser | meeting organizer | organiser | organizer
  co organiser | co organizer | host | co host | cohost | host me | co host me | me | you | presenter | attendee | outside your organisation | outside your organization
  people | participants | contributors | attendees | presenters | waiting room | the waiting room | lobby | waiting in lobby | others invited | suggestions
  rename | put in waiting room | make host | make co host | report | close | pop out | profile picture | participants list | currently in this meeting
  currently in this meeting | others in the meeting | in the meeting now | everyone | raised hands | additional hosts | host controls | participants panel
  search people | type a name | settings | people in call | people panel`)

/** What may stand in brackets behind a name without being a part of it. */
export const BRACKET_MARKS = lines(`
  guest | unverified | external | internal | host | co host | cohost | presenter | organiser | organizer | attendee | participant | muted
  meeting host | in lobby | waiting | in waiting room | visitor | panelist | alternative host | anonymous | not signed in | presentation`)

/** Marks of the person whose panel it is. */
export const OWN_MARKS = lines('me | you')

/** Headings that carry a number: `Waiting Room (3)`, `In the meeting 12`. */
export const COUNTED_HEADINGS = lines(`
  waiting room | waiting | the waiting room | waiting to join | waiting to be let in | waiting in lobby | in lobby | lobby | in the lobby | waiting in the lobby
  participants | people | in the meeting | in this meeting | in meeting | in call | in the call | joined | not joined | contributors | attendees
  presenters | others invited | suggestions | currently in this meeting | raised hands | raised hand | people in call | wants to join | asked to join | admit all | admit
  view all | view | hosts | panelists | on hold | not in meeting | accepted | declined | invited`)
