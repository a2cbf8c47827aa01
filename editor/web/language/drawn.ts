// A page that is not seen draws nothing.
const mostWait = 100;

/** What has been told until now is on the screen: the browser has drawn the next picture. */
export const drawn = async (): Promise<void> =>
  new Promise((resolve) => {
    const last = setTimeout(resolve, mostWait);
    requestAnimationFrame(() => {
      clearTimeout(last);
      // Behind the picture that is being made.
      setTimeout(resolve);
    });
  });
