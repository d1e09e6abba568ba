const ORGANISER =
  /^(?:co-?)?(?:(?:meeting )?organi[sz]|organ[ui][sz]|besprechungsorganisator|järjestäjä|arrangör|arrangør|pořadatel|szervező|rendező|düzenle|开催者|主催者|開催者|组织者|組織者|召集人|이끌이|주최자|구성자|организатор|организатор|організатор|οργανωτής|διοργανωτής|penyelenggara|penganjur|ผู้จัด|người tổ chức|منظم|المنظم|מארגן|trefnydd|rīkotājs|korraldaja|skipuleggjandi)/iu

/** Whether a cell names the role of the one who called the meeting. */
export const isOrganiser = (cell: string): boolean => cell.length <= 40 && ORGANISER.test(cell)
