import { inside, type Place } from '../../core/rules/finding'
import type { Documents } from '../../core/rules/read-documents'
import type { Text } from '../../core/snapshot/fact'
import { type Finding, findingAt } from './finding'
import type { FindingCode } from './finding-codes'

/** No rule set is valid from a day that nobody now will see. */
const TOO_FAR = '2100-01-01'

/** Whether the rule set and its sources are in force on a day, `YYYY-MM-DD`, that the caller gives; and sources without a place or a day. */
export function findValidityFaults(
  { manifest, sources, policy }: Documents,
  on: string | undefined,
): readonly Finding[] {
  const { validFrom, validUntil } = manifest
  const findings: Finding[] = []
  const add = (code: FindingCode, key: string, message: Text): void => {
    findings.push(findingAt(code, { file: 'manifest.json', path: [key] }, message))
  }
  if (validUntil !== null && validUntil < validFrom)
    add('validity-reversed', 'validUntil', {
      nl: `de regelset vervalt op ${validUntil}, voordat hij op ${validFrom} ingaat`,
      en: `the rule set ends on ${validUntil}, before it starts on ${validFrom}`,
    })
  if (on !== undefined && validUntil !== null && validUntil < on)
    add('expired', 'validUntil', {
      nl: `op ${on} geldt de regelset niet meer: hij gold tot en met ${validUntil}`,
      en: `on ${on} the rule set is no longer valid: it was until ${validUntil}`,
    })
  if (on !== undefined && on < validFrom)
    add('not-yet-valid', 'validFrom', {
      nl: `op ${on} geldt de regelset nog niet: hij gaat in op ${validFrom}`,
      en: `on ${on} the rule set is not valid yet: it starts on ${validFrom}`,
    })
  if (validFrom >= TOO_FAR)
    add('date-ahead', 'validFrom', {
      nl: `${validFrom} ligt te ver weg: geef de dag vanaf welke de regelset geldt`,
      en: `${validFrom} is too far away: give the day from which the rule set is valid`,
    })
  const nameless = sources.sources.flatMap(({ sections }, source) =>
    sections.flatMap((section, index) =>
      (['id', 'title'] as const)
        .filter((key) => section[key].trim() === '')
        .map((key) => ({ path: ['sources', source, 'sections', index, key] })),
    ),
  )
  const checked: readonly (readonly [Place, string | undefined])[] = [
    [{ file: 'manifest.json', path: ['checkedOn'] }, manifest.checkedOn],
    ...sources.sources.map(
      (source, at) => [{ file: 'sources.json', path: ['sources', at, 'checkedOn'] }, source.checkedOn] as const,
    ),
    ...policy.parameters.map(
      (parameter, at) => [{ file: 'policy.json', path: ['parameters', at, 'checkedOn'] }, parameter.checkedOn] as const,
    ),
  ]
  return [
    ...findings,
    ...checked.flatMap(([place, day]) =>
      day !== undefined && (day >= TOO_FAR || (on !== undefined && day > on)) ? [notYet(place, day)] : [],
    ),
    ...sources.sources.flatMap((source, at) => datesOf(source, { file: 'sources.json', path: ['sources', at] }, on)),
    ...nameless.map(({ path }) =>
      findingAt(
        'source-without-section',
        { file: 'sources.json', path },
        {
          nl: 'zeg waar in de bron het staat: een paragraaf, een artikel of een kop',
          en: 'say where in the source it stands: a section, an article or a heading',
        },
      ),
    ),
  ]
}

const notYet = (place: Place, day: string): Finding =>
  findingAt('date-ahead', place, {
    nl: `${day} is nog niet geweest: geef de dag waarop de bronnen zijn nagekeken`,
    en: `${day} has not been yet: give the day on which the sources were checked`,
  })

type Source = Documents['sources']['sources'][number]

/** When what a source says holds, and when somebody last looked. */
function datesOf(source: Source, place: Place, on: string | undefined): readonly Finding[] {
  const { id, validFrom, validUntil, checkedOn } = source
  return [
    ...(on !== undefined && validUntil !== undefined && validUntil < on
      ? [
          findingAt('source-expired', inside(place, 'validUntil'), {
            nl: `op ${on} geldt ${id} niet meer: de bron gold tot en met ${validUntil}`,
            en: `on ${on} ${id} no longer holds: the source held until ${validUntil}`,
          }),
        ]
      : []),
    ...(on !== undefined && validFrom !== undefined && on < validFrom
      ? [
          findingAt('source-not-yet-valid', inside(place, 'validFrom'), {
            nl: `op ${on} geldt ${id} nog niet: de bron geldt vanaf ${validFrom}`,
            en: `on ${on} ${id} does not hold yet: the source holds from ${validFrom}`,
          }),
        ]
      : []),
    ...(checkedOn === undefined
      ? [
          findingAt('source-undated', place, {
            nl: `zeg op welke dag ${id} voor het laatst is nagekeken (checkedOn)`,
            en: `say on which day ${id} was last checked (checkedOn)`,
          }),
        ]
      : []),
  ]
}
