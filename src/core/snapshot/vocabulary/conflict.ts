import * as z from '../../zod'
import { choice, yesNo } from '../fact'

const tier = 'employer'

/** That a conflict plays and how it is handled, never what it is about (CON-01 to CON-06). */
export const conflict = z.strictObject({
  status: choice(
    {
      tier,
      answeredBy: ['case-manager', 'occupational-physician', 'employee'],
      question: {
        nl: 'Speelt er een arbeidsconflict?',
        en: 'Is there a conflict at work?',
      },
      help: {
        nl: 'Signalen: spanning, verwijten, elkaar mijden, een melding net na een gesprek. Vastgesteld: de bedrijfsarts of beide partijen noemen het een conflict (STECR). Leg alleen vast dat het speelt, nooit waar het over gaat. De voorbeelden zijn onze keuze.',
        en: 'Signals: tension, reproaches, avoiding each other, a report right after a talk. Established: the occupational physician or both parties call it a conflict (STECR). Record only that it plays, never what it is about. The examples are our own choice.',
      },
      excludes: [
        { value: ['none'], fact: 'conflict.handling', in: ['intervention-period', 'mediation'], how: 'unlikely' },
      ],
    },
    {
      none: { nl: 'nee', en: 'no' },
      signal: { nl: 'er zijn signalen', en: 'there are signals' },
      established: { nl: 'ja, vastgesteld', en: 'yes, established' },
    },
  ),
  handling: choice(
    {
      tier,
      answeredBy: ['case-manager', 'occupational-physician'],
      question: { nl: 'Hoe wordt het conflict aangepakt?', en: 'How is the conflict being handled?' },
      help: { nl: 'Alleen de aanpak, niet wat er is besproken.', en: 'Only the approach, not what was discussed.' },
      askedWhen: [{ fact: 'conflict.status', in: ['established'] }],
    },
    {
      none: { nl: 'nog niet', en: 'not yet' },
      'intervention-period': { nl: 'interventieperiode', en: 'intervention period' },
      mediation: { nl: 'mediation', en: 'mediation' },
      resolved: { nl: 'opgelost', en: 'resolved' },
    },
  ),
  disputeOverAdjustments: yesNo({
    tier,
    answeredBy: ['case-manager', 'employee', 'labour-expert'],
    question: {
      nl: 'Is er verschil van mening over de inhoud of de noodzaak van werkaanpassingen?',
      en: 'Is there a dispute about the content or the need of work adjustments?',
    },
    help: {
      nl: 'Voorbeeld: de werkgever vindt een tillift niet nodig, de werknemer wel (eigen voorbeeld bij cahier-32 3.2). Alleen dat partijen verschillen, niet hun argumenten.',
      en: 'Example: the employer finds a hoist needless, the employee does not (our own example with cahier-32 3.2). Only that the parties differ, not their arguments.',
    },
  }),
})
