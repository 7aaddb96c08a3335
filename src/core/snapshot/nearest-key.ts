import { nearestName } from '../issue/nearest-name'
import { keysAt, PLACES } from './place'
import type { Path } from './shown-path'

export interface NearestKey {
  /** A key that the object can have; or, elsewhere, the whole path of one. */
  readonly nearest: string
  readonly elsewhere: boolean
}

/** Where each key belongs, by the key and by its whole path, both folded. The first in authored order wins. */
const HOMES: ReadonlyMap<string, string> = new Map(
  [...PLACES.keys()]
    .filter((place) => !place.endsWith('[]'))
    .map((place) => place.replaceAll('[]', ''))
    // What the system keeps, nobody means to write.
    .filter((place) => !place.includes('.raised.'))
    .reverse()
    .flatMap((place): [string, string][] => [
      [fold(place.slice(place.lastIndexOf('.') + 1)), place],
      [fold(place), place],
    ]),
)

/** Shorter words are a few letters away from some key or other. */
const SHORTEST_TYPO = 4

/**
 * What an unknown key of the object at `parent` was probably meant to be: the same word written otherwise (`own_work`),
 * here or in another section; else the key that is a few letters away, here or in another section.
 */
export function nearestKey(parent: Path): (key: string) => NearestKey | undefined {
  const local = keysAt(parent)
  return (key) => {
    const folded = fold(key)
    const here = local.find((name) => fold(name) === folded)
    if (here) return { nearest: here, elsewhere: false }
    const home = HOMES.get(folded)
    if (home) return { nearest: home, elsewhere: true }
    const near = nearestName(key, local)
    if (near) return { nearest: near, elsewhere: false }
    const far = key.length < SHORTEST_TYPO ? undefined : nearestName(folded, HOMES.keys())
    return far === undefined ? undefined : { nearest: HOMES.get(far) ?? far, elsewhere: true }
  }
}

function fold(key: string): string {
  return key.toLowerCase().replace(/[\s_-]/g, '')
}
