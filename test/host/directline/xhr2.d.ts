/** The browser's way to make requests, for Node; it carries no types. */
declare module 'xhr2' {
  const XMLHttpRequest: new () => object;
  export default XMLHttpRequest;
}
