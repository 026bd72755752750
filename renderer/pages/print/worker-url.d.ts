declare module '*?url' {
  /** The address of a file of the page, made by the bundler. */
  const address: string;
  export default address;
}
