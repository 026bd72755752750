/** pdfjs calls this everywhere; Chromium has it from 119 on, and the older end of what the page runs on has not. */
if (!('withResolvers' in Promise)) {
  Object.defineProperty(Promise, 'withResolvers', {
    configurable: true,
    writable: true,
    value: <T>(): PromiseWithResolvers<T> => {
      const made: Partial<PromiseWithResolvers<T>> = {};
      made.promise = new Promise<T>((resolve, reject) => Object.assign(made, { resolve, reject }));
      return made as PromiseWithResolvers<T>;
    },
  });
}
