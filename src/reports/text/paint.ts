/** How text is styled; a terminal's colours or nothing at all. */
export interface Paint {
  readonly bold: Style
  readonly dim: Style
  readonly red: Style
  readonly yellow: Style
  readonly green: Style
  readonly cyan: Style
}
export type Style = (text: string) => string

const asIs: Style = (text) => text

/** No styling: for pipes and files. */
export const PLAIN: Paint = { bold: asIs, dim: asIs, red: asIs, yellow: asIs, green: asIs, cyan: asIs }
