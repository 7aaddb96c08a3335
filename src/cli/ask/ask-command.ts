import { stat } from 'node:fs/promises'
import { stdin, stdout } from 'node:process'
import { type Command, Option } from 'commander'
import pc from 'picocolors'
import { AUDIENCES, type Audience } from '../../core/advice'
import { issuesFor } from '../../core/audience/employer-issues'
import { LOCALES, type Locale, ROLES, type Role } from '../../core/snapshot/fact'
import type { InterviewScreen } from '../../forms/interview/interview'
import { audienceOf } from '../../forms/interview/roles'
import {
  type AnsweredBy,
  type Interview,
  type InterviewOptions,
  type InterviewQuestion,
  type Issue,
  interview,
  parseSnapshot,
  type RuleSet,
  type Snapshot,
  setAnswer,
  shippedRuleSet,
  TriageError,
  type TriageOptions,
} from '../../index'
import { wrap } from '../../reports/text/lay-out'
import { adviceText } from '../../reports/text/render-advice'
import { caseDay, today } from '../option-values'
import { writePrivate } from '../private-file'
import { readFile } from '../read-input'
import { inColour, Refusal, refuse, refuseFile } from '../refusal'
import { addRulesOptions, type RulesFlags, rulesOf } from '../rules-options'
import { type AskPrompts, loadPrompts, promptsIn } from './ask-prompts'
import { askQuestion, type Reply } from './ask-question'
import { askRelease, mayRelease } from './ask-release'
import { ASK_WORDS } from './ask-words'

/** Who goes on with a case, and with which rules. */
export interface Resuming {
  readonly locale: Locale
  readonly ruleSet: RuleSet
  readonly audience: Audience
}

/** The snapshot in a file, checked; undefined when there is no such file yet. Throws a Refusal that names the file. */
export async function resume(file: string, options: Resuming): Promise<Snapshot | undefined> {
  const tell = (issues: readonly Issue[]) => issuesFor(issues, options)
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => error)
  if (found instanceof Error && found.code === 'ENOENT') return undefined
  const parsed = parseSnapshot(await readFile(file, options.locale, file, tell), options)
  if (!parsed.ok) throw refuseFile(file, parsed.issues)
  return parsed.snapshot
}

/** Writes the whole file beside the old one and then puts it in its place: what is there is never half of it. */
export function save(file: string, snapshot: Snapshot, locale: Locale): void {
  try {
    writePrivate(file, `${JSON.stringify(snapshot, null, 2)}\n`)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw refuse('unwritable-output', ASK_WORDS[locale].unwritable.replace('{code}', code), file)
  }
}

/** Where a questionnaire stands. */
export interface Session {
  readonly snapshot: Snapshot
  /** The facts that were asked in this session, the latest last. */
  readonly asked: readonly string[]
  /** Skipped for now: asked again in another session. */
  readonly skipped: readonly string[]
  /** A question to put again, whatever is known of it. */
  readonly again: string | undefined
  /** The screen that is being asked: its questions go first, however the order of the others changes. */
  readonly screen: string | undefined
  /** Who answered in this session; of earlier ones nothing was kept. */
  readonly answeredBy: AnsweredBy
}

export const startSession = (snapshot: Snapshot): Session => ({
  snapshot,
  asked: [],
  skipped: [],
  again: undefined,
  screen: undefined,
  answeredBy: {},
})

/** The question to put now, with its screen: the one to put again, or the first of the screens that was not skipped. */
export function questionNow(
  { sections, screens }: Interview,
  { skipped, again, screen }: Session,
): { readonly question: InterviewQuestion; readonly screen: InterviewScreen | undefined } | undefined {
  const questions = sections.flatMap((section) => section.questions)
  const repeated = questions.find(({ fact }) => fact === again)
  if (repeated) return { question: repeated, screen: undefined }
  const current = screens.filter(({ id }) => id === screen)
  for (const one of [...current, ...screens])
    for (const fact of one.facts) {
      const question = skipped.includes(fact) ? undefined : questions.find((each) => each.fact === fact)
      if (question) return { question, screen: one }
    }
  return undefined
}

export const answered = (session: Session, fact: string, snapshot: Snapshot, role: Role | undefined): Session => ({
  ...session,
  snapshot,
  answeredBy: role === undefined ? session.answeredBy : { ...session.answeredBy, [fact]: role },
  asked: [...session.asked.filter((one) => one !== fact), fact],
  again: undefined,
})

export const skipOver = (session: Session, fact: string): Session => ({
  ...session,
  asked: [...session.asked.filter((one) => one !== fact), fact],
  skipped: [...session.skipped, fact],
  again: undefined,
})

/** Back to the question before; the answer to it stays until it is given another. */
export function goBack(session: Session, fact: string): Session {
  const at = session.asked.indexOf(fact)
  const before = at < 0 ? session.asked : session.asked.slice(0, at)
  const again = before.at(-1)
  return { ...session, asked: before.slice(0, -1), skipped: session.skipped.filter((one) => one !== again), again }
}

/** One line of status: how far, whether the step is settled, and the step. */
export function soFarText({ advice, progress, settledText }: Interview, locale: Locale): string {
  const words = ASK_WORDS[locale]
  const { dim } = pc.createColors(inColour())
  const settled = settledText === null ? '' : ` ${settledText}`
  const text = `${words.progress(progress.answered + progress.unknown, progress.open)}.${settled} ${advice.next.text}`
  return `\n${wrap(text).map(dim).join('\n')}\n`
}

/** The title of a screen, and why it is asked. */
export function screenText({ title, why }: InterviewScreen, locale: Locale): string {
  const { bold } = pc.createColors(inColour())
  return `\n${wrap(ASK_WORDS[locale].screen(title, why)).map(bold).join('\n')}\n`
}

/** Help with a question, above it. */
export function helpText(help: string | undefined): string {
  const { dim } = pc.createColors(inColour())
  return help === undefined ? '' : `${wrap(help).map(dim).join('\n')}\n`
}

interface AskFlags extends RulesFlags {
  readonly role?: Role
  readonly locale: Locale
  readonly audience?: Audience
  readonly policy?: string
  readonly asOf?: string
}

const EXPLANATION = `
SNAPSHOT.json is made when there is none, and gone on with when there is; every answer is kept in
it at once. With --role only that role's own questions are asked. Without --audience the case
manager, the employee and the labour expert read the employer's version.

Needs a terminal. Ends with 0 when it is done or stopped, and with 2 when it cannot ask.`

export function addAskCommand(program: Command): void {
  const command = program
    .command('ask')
    .summary('ask the questions of one case')
    .description('Ask what can still change the advice on one case, and show the advice as it grows.')
    .argument('[SNAPSHOT.json]', 'where the answers are kept')
    .addOption(new Option('--role <role>', 'who answers').choices(ROLES))
    .addOption(new Option('--locale <locale>', 'the language of texts').choices(LOCALES).default('nl'))
    .addOption(new Option('--audience <audience>', 'who will read it').choices(AUDIENCES))
    .addOption(new Option('--as-of <DAY>', 'the day on which the case is looked at').argParser(caseDay))
    .option('--policy <FILE>', "a JSON file with the organisation's own policy values, by parameter name")
  addRulesOptions(command).addHelpText('after', EXPLANATION).action(runAsk)
}

async function runAsk(file: string | undefined, flags: AskFlags): Promise<void> {
  const { locale } = flags
  const words = ASK_WORDS[locale]
  if (!stdin.isTTY || !stdout.isTTY) throw refuse('bad-usage', words.noTerminal)
  const options = await optionsFrom(flags)
  const { ruleSet = shippedRuleSet(), audience = audienceOf(options.role) } = options
  const kept = file === undefined ? undefined : await resume(file, { locale, ruleSet, audience })
  const library = await loadPrompts()
  stdout.write(`${wrap(file === undefined ? words.notKept : words.keptIn(file)).join('\n')}\n`)
  try {
    const asOf =
      flags.asOf ??
      kept?.asOf ??
      ((await promptsIn(words, library, today()).day(words.asOf, { shown: today() })) as string)
    // At once, so that a file that cannot be written is told of before anything is asked.
    const start = { ...kept, asOf }
    if (file !== undefined) save(file, start, locale)
    await askAll(start, options, promptsIn(words, library, asOf), file)
  } catch (error) {
    if (error instanceof TriageError) throw new Refusal(error.issues)
    // The prompt was closed with ctrl-c: what was answered is kept.
    if (!(error instanceof Error) || error.name !== 'ExitPromptError') throw error
    stdout.write(`\n${words.stopped}\n`)
  }
}

async function askAll(
  start: Snapshot,
  options: AskOptions,
  prompts: AskPrompts,
  file: string | undefined,
): Promise<void> {
  const words = ASK_WORDS[options.locale]
  let session = startSession(start)
  let told = ''
  for (;;) {
    const found = interview(session.snapshot, { ...options, answeredBy: session.answeredBy })
    const soFar = soFarText(found, options.locale)
    if (soFar !== told) stdout.write(soFar)
    told = soFar
    const now = questionNow(found, session)
    if (!now) {
      stdout.write(endText(found, options.locale))
      const released = mayRelease(options.role)
        ? await askRelease(session.snapshot, releaseOptions(options), words, prompts)
        : session.snapshot
      if (file !== undefined && released !== session.snapshot) save(file, released, options.locale)
      return
    }
    const { question, screen } = now
    if (screen && screen.id !== session.screen) {
      stdout.write(screenText(screen, options.locale))
      session = { ...session, screen: screen.id }
    }
    stdout.write(helpText(question.help))
    const reply = await askQuestion(question, words, prompts)
    if ('instead' in reply && reply.instead === 'stop') {
      stdout.write(`${words.stopped}\n`)
      return
    }
    const before = session.snapshot
    session = after(session, question.fact, reply, options)
    if (file !== undefined && session.snapshot !== before) save(file, session.snapshot, options.locale)
  }
}

function after(session: Session, fact: string, reply: Reply, { role, locale, audience, ruleSet }: AskOptions): Session {
  if ('instead' in reply) return reply.instead === 'back' ? goBack(session, fact) : skipOver(session, fact)
  try {
    const options = { locale, ...(role && { role }), ...(audience && { audience }), ...(ruleSet && { ruleSet }) }
    return answered(session, fact, setAnswer(session.snapshot, fact, reply.answer, options), role)
  } catch (error) {
    if (!(error instanceof TriageError)) throw error
    const lines = error.issues.flatMap(({ message }) => wrap(`${ASK_WORDS[locale].notAccepted} ${message}.`))
    stdout.write(`${lines.join('\n')}\n`)
    return { ...session, again: fact }
  }
}

/** Why there is nothing more to ask, what is for others to answer, and the advice in full. */
function endText({ advice, doneBecause, requests, progress }: Interview, locale: Locale): string {
  const reasons = doneBecause ? [doneBecause.text] : [ASK_WORDS[locale].skippedLeft(progress.open)]
  const last = [...reasons, ...requests.map(({ text }) => text)]
  const page = adviceText(advice, false, pc.createColors(inColour()))
  return `\n${page}\n${last.flatMap((text) => wrap(text)).join('\n')}\n`
}

function releaseOptions({ locale, ruleSet, policy }: AskOptions): Omit<TriageOptions, 'audience'> {
  return { locale, ...(ruleSet && { ruleSet }), ...(policy && { policy }) }
}

type AskOptions = InterviewOptions & { readonly locale: Locale }

async function optionsFrom({ policy, role, locale, audience, ...flags }: AskFlags): Promise<AskOptions> {
  const ruleSet = await rulesOf(flags, locale)
  const own = policy === undefined ? undefined : await readFile(policy, locale)
  return {
    locale,
    ...(role && { role }),
    ...(audience && { audience }),
    ...(ruleSet && { ruleSet }),
    // Its shape is for the library to judge, as that of every other input.
    ...(own === undefined ? {} : { policy: own as Record<string, number | string> }),
  }
}
