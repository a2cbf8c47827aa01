/** What stands under a name in a record; undefined for what every object of JavaScript has, such as `constructor`. */
export const own = <T>(all: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(all, name) ? all[name] : undefined;
