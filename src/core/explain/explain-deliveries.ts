import { type Notice, RECENTLY_DELIVERED, type Waiver } from '../advice'
import { type Day, formatDay } from '../calendar/day'
import { deliveredRecently, repeatFrom } from '../decide/delivery'
import { type ReasonRule, rulesByService } from '../decide/service-rules'
import { isKnown } from '../diagram/diagram'
import type { Judgement } from '../evaluate/judgement'
import type { Service } from '../rules/rule-set'
import type { Locale, Text } from '../snapshot/fact'

const PERHAPS: Text = {
  nl: 'Deze dienst is kort geleden al geleverd.',
  en: 'This service was delivered recently.',
}

/** The caveat on a service of which nobody said yet whether it was delivered. */
export const perhapsDelivered = (locale: Locale): Waiver => CAVEATS[locale]

const caveatIn = (locale: Locale): Waiver =>
  Object.freeze({ rule: RECENTLY_DELIVERED, certainty: 'possible', text: PERHAPS[locale] })
const CAVEATS: Readonly<Record<Locale, Waiver>> = { nl: caveatIn('nl'), en: caveatIn('en') }

/** Services that something speaks for, and that are left out because they were delivered recently: nothing is lost without a word. */
export function deliveryNotices(judgement: Judgement, locale: Locale): readonly Notice[] {
  if (!judgement.opened.services?.length) return []
  const parameter = judgement.ruleSet.parameters.get('services.repeatAfter')
  return rulesByService(judgement.ruleSet).flatMap(({ service, reasons }): Notice[] => {
    const from = repeatFrom(service, judgement)
    if (from === undefined || !parameter || !isKnown(deliveredRecently(service, judgement), true)) return []
    if (!reasons.some((reason) => withheld(reason, judgement))) return []
    const { basis, sources } = parameter
    return [
      {
        id: RECENTLY_DELIVERED,
        on: formatDay(from),
        state: 'applies',
        basis,
        text: textFor(service, from, locale),
        sources,
      },
    ]
  })
}

const withheld = ({ rule, fixed, waivers }: ReasonRule, judgement: Judgement): boolean =>
  !fixed && judgement.outcome(rule.id) === 'met' && waivers.every((waiver) => judgement.outcome(waiver.id) !== 'met')

const textFor = (service: Service, from: Day, locale: Locale): string =>
  ({
    nl: `${service.title.nl}: kort geleden al geleverd, en daarom nu niet opnieuw geadviseerd. Vanaf ${formatDay(from)} kan het weer.`,
    en: `${service.title.en}: delivered recently, and therefore not advised again now. From ${formatDay(from)} it can be.`,
  })[locale]
