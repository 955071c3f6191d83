/** Where a picture is fetched: the wire names it below the server, a mini-program needs the whole address. */
export const pictureAddress = (url: string) => (url.startsWith('/') ? `${API_BASE}${url}` : url);
