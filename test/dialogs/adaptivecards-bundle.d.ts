/**
 * The SDK's library folder imports without extensions, which Node refuses; its bundle loads, but ships without module
 * types. They are the same classes.
 */
declare module 'adaptivecards/dist/adaptivecards.min.js' {
  export * from 'adaptivecards';
}
