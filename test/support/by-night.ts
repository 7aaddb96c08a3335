/** How many cases a property tries: fewer by day, so that all tests end within minutes; `npm run night` tries all. */
export const byNight = ({ night, day }: { readonly night: number; readonly day: number }): number =>
  process.env.NIGHT === '1' ? night : day
