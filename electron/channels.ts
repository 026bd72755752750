/** The two channels between the page's preload script and the main side. */
export const channels = { call: 'ba-yen:call', event: 'ba-yen:event' } as const;
