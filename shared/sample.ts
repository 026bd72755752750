/** The sample year holds nobody's data, so its password is no secret: the log-in shows it to who practises. */
export const sampleLogin = 'lien';
export const samplePassword = 'du lieu mau';
