import { env, stdout } from 'node:process'

/** https://no-color.org: set and not empty means no colour; and never into a pipe or a file. */
export const inColour = (): boolean => stdout.isTTY === true && !env.NO_COLOR
