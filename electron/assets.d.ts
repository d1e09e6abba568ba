/** A file that the build puts into the program itself, as a data URL. */
declare module '*?inline' {
  const dataUrl: string
  export default dataUrl
}
