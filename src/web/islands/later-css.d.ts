/** The bundler gives the styles of what is fetched later as text: see making/bundle.ts. */
declare module '*.later.css' {
  const styles: string
  export default styles
}
