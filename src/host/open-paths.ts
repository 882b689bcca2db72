/** Whether an address gives what the pages of any site may read: `/api/messages`, which is Teams', is none. */
export const isOpenData = (path: string): boolean => OPEN.test(path);
const OPEN = /^\/(?:api\/(?:ask|projets|fonds|openapi\.json)(?:\/|$)|donnees\/)/u;
