/**
 * English short forms by the full name they stand for. Before the bar: forms that hardly anybody is given as a name of
 * its own, so that with the right surname they are the same child. After it: forms that are as often names themselves
 * (a John has a brother Jack), so they are only ever asked.
 */
const SHORT_FORMS = `
abigail: abby abbie abi | gail
adam: | ad
adelaide: addie | ada
aidan: | aid
alan: al |
alastair: ali al | alec
albert: bert bertie al | albie
alexander: alex xander alec lex sandy | sasha zander
alexandra: alex lexi lexie alexa sandra | sasha
alfred: alf alfie fred | freddie
alison: ali |
amanda: mandy | amy
amelia: millie milly | emily mel amy
anastasia: ana stasia | tasha
andrew: andy drew |
angela: angie ange |
annabel: bella annie | anna belle
anthony: tony ant |
antonia: toni | tony
archibald: archie arch |
arthur: art artie | arfur
augustus: gus | august
barnaby: barney barn |
bartholomew: bart barty |
beatrice: bea bee trixie | beatrix
benedict: ben bennie benny | 
benjamin: ben benny benji benjy |
bernard: bernie |
bethany: beth | betty
bradley: brad |
bridget: bridie biddy |
caleb: cal |
cameron: cam |
caroline: caz caro | carrie
catherine: cathy cath cat katie kate katy kat | kitty catie
cecilia: cece ceci | celia
charles: charlie chas chuck charley |
charlotte: charlie lottie charley lotte | lola
christian: chris |
christina: chris chrissie tina |
christine: chris chrissie | tina
christopher: chris kit topher | 
clementine: clemmie clem |
constance: connie |
cordelia: delia | 
daniel: dan danny dani |
danielle: dani danni | ella
david: dave davey davy |
deborah: deb debbie |
dominic: dom |
dorothea: thea dot dottie | dora
dorothy: dot dottie dolly | dora
dmitri: | dima mitya
dmitry: | dima mitya
dylan: dyl |
edmund: ed eddie ned ted |
edward: ed eddie eddy ned ted teddy |
edwin: ed eddie |
eleanor: ellie elly nell nellie nora | ella elle
elizabeth: lizzie lizzy liz beth betty eliza libby bess bessie | elsie ellie lily lisa
ella: | ellie
emily: em emmy | emma millie
emma: em | emmy
erin: | ez
esther: | essie
evangeline: evie eva | angel
evelyn: evie | eve
finlay: fin finn |
finley: fin finn |
florence: flo florrie flossie |
frances: fran frankie fanny | francesca
francesca: fran frankie chess cesca |
francis: frank fran frankie |
frederick: fred freddie freddy | 
gabriel: gabe | gab
gabriella: gabby gabi ella | bella
gabrielle: gabby gabi |
genevieve: gen genny evie | eve
geoffrey: geoff |
george: georgie | geo
georgia: georgie | gia
georgina: georgie gina george |
gerald: gerry |
gregory: greg |
gwendolyn: gwen wendy |
hannah: han | anna
harold: harry hal | 
harriet: hattie hatty | harry
harrison: harry harris |
harry: haz | harold henry
helen: nell nellie | lena
henry: hal hank | harry
hugo: | hugh
imogen: immy immie imo |
isaac: ike zac zak |
isabel: izzy issy bella | belle
isabella: izzy issy bella | belle isabel
isabelle: izzy issy bella | belle
isobel: izzy issy bella | 
jack: jackie | jac
jackson: jack |
jacob: jake coby | jack
jacqueline: jackie jacqui |
james: jim jimmy jamie jem |
jasmine: jas jazz jaz | 
jayden: jay |
jemima: jem mima |
jennifer: jenny jen jenni jennie |
jeremy: jem jez jerry |
jessica: jess jessie jessy |
joan: joanie | jo
joanna: jo | anna joan
joanne: jo |
joel: | joe
john: johnny jon johnnie | jack
jonathan: jon jonny jonathon johnny jono | john
joseph: joe joey | jo seph
josephine: josie jo | joey
joshua: josh |
judith: judy jude |
julian: jules |
julia: jules | julie
juliette: jules | julie
katherine: kate katie kathy kath katy kat kay | kitty kathryn
kathleen: kath kathy kate katie |
kathryn: kate katie kathy kath katy kat | kitty
kenneth: ken kenny |
kimberley: kim | 
lawrence: larry laurie loz |
laura: | laurie lori
lauren: loz | laurie
leonard: len lenny | leo leon
leonardo: | leo
leopold: | leo
lewis: lew | louie
liam: | lee
lillian: lil lilly | lily
lily: lil lils |
louis: lou louie | lewis
louisa: lou | lulu
louise: lou | lulu
lucas: luke luc | 
lucinda: lucy cindy | 
lucy: lu lulu | luce
madeleine: maddie maddy | 
madison: maddie maddy | 
magdalena: magda lena |
margaret: maggie meg peggy | daisy greta margot
martha: | marty
martin: marty |
mary: | molly polly
matilda: tilly tillie tilda mattie |
matthew: matt matty mattie | 
maximilian: max | 
maxwell: max |
melissa: mel lissa |
mia: | mimi
michael: mike mick mickey micky mikey |
michelle: shell | chelle
mohammed: mo | 
mohamed: mo |
muhammad: mo |
mohammad: mo |
molly: mol moll |
natalie: nat | tali
natasha: tash | tasha nat
nathan: nat nate | nathaniel
nathaniel: nat nate nathan |
nicholas: nick nicky nico | 
nicola: nicky nikki |
nigel: nige |
noah: | no
noor: | nur nour
oliver: ollie olly oli | noll
olivia: liv livvy livvie livi | olive
oscar: ossie oz |
pamela: pam |
patricia: pat patsy trish tricia | 
patrick: pat paddy | rick
penelope: penny pen nell | 
peter: pete |
philip: phil pip |
philippa: pip pippa phil |
phillip: phil pip |
phoebe: phoebs | phee
rachel: rach rae |
raymond: ray |
rebecca: becky bex becca beck |
reginald: reg reggie |
reuben: rube | ruben
rhys: | rees reece
richard: rich richie rick ricky dick | 
robert: rob robbie bob bobby rab | bertie
robin: rob | robbie
ronald: ron ronnie |
rosalind: ros roz | rose rosa
rosemary: rosie ro | rose mary
rose: | rosie
rosie: | rose
rupert: rupe | 
russell: russ |
samantha: sam sammy sammie |
samuel: sam sammy sammie |
sarah: | sally sadie sara
sebastian: seb bas baz |
sidney: sid |
simon: si sy |
sophia: soph | sophie
sophie: soph | sophia
stanley: stan |
stephanie: steph stephie | 
stephen: steve stevie ste |
steven: steve stevie ste |
stewart: stu |
stuart: stu |
susan: sue susie suzie | 
suzanne: sue suzie |
tabitha: tabby tab |
tamara: tam tammy |
teresa: terry tess | tessa
theodora: theo dora thea | teddy
theodore: theo ted teddy | 
theresa: terry tess | tessa
thomas: tom tommy thom |
timothy: tim timmy |
tobias: toby |
tristan: tris |
valerie: val |
vanessa: ness nessa | 
veronica: ronnie vera | nica
victor: vic |
victoria: vicky vicki tori vix vikki | 
vincent: vince vinnie | vin
vivienne: viv | vivian
walter: wally walt |
wilfred: wilf wilfie fred | will freddie
william: will bill billy willie wills | liam willy
winifred: winnie freda | 
yvonne: | eve
zachariah: zac zach zak zack |
zachary: zac zach zak zack |
zuzanna: zuzia zuza |
zofia: zosia |
aleksandra: ola | alex
jan: janek | 
oluwaseun: seun |
oluwatobi: tobi |
oluwadamilola: dami | damilola
oluwaseyi: seyi |
temitope: temi | tope
chidiebere: chidi |
chukwuemeka: emeka |
`

type Lookup = ReadonlyMap<string, ReadonlySet<string>>

const read = (side: 0 | 1): Lookup => {
  const pairs = SHORT_FORMS.trim()
    .split('\n')
    .map((line): [string, Set<string>] => {
      const [full = '', forms = ''] = line.split(':')
      return [full, new Set((forms.split('|')[side] ?? '').trim().split(/\s+/))]
    })
  return new Map(pairs)
}

const SURE = read(0)
const POSSIBLE = read(1)

/**
 * How a folded forename as typed may stand for a pupil's own: `sure` when it is a short form that is hardly ever a name of
 * its own; `longer` when the pupil's is the short one (a Jude is no Judith as often as not); `possible` when it is as often
 * a name itself or both are short for one full name; null when they are not known to belong together.
 */
export function shortFormOf(typed: string, own: string): 'sure' | 'longer' | 'possible' | null {
  if (!(KNOWN.has(typed) && KNOWN.has(own))) return null
  if (SURE.get(own)?.has(typed)) return 'sure'
  if (SURE.get(typed)?.has(own)) return 'longer'
  if (POSSIBLE.get(own)?.has(typed) || POSSIBLE.get(typed)?.has(own)) return 'possible'
  return fullNamesOf(typed).some((full) => fullNamesOf(own).includes(full)) ? 'possible' : null
}

const FULL_NAMES = new Map<string, string[]>()
for (const [full, forms] of SURE) {
  for (const form of forms) if (form !== '') FULL_NAMES.set(form, [...(FULL_NAMES.get(form) ?? []), full])
}

const KNOWN = new Set([...SURE, ...POSSIBLE].flatMap(([full, forms]) => [full, ...forms]))

const NONE: readonly string[] = []
const fullNamesOf = (form: string): readonly string[] => FULL_NAMES.get(form) ?? NONE
