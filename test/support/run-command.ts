import { Command, CommanderError } from 'commander'
import { vi } from 'vitest'
import { Findings, printIssues, Refusal } from '../../src/cli/refusal'
import type { Finished } from './run'

/** Runs a command of the command line inside this process, a good deal faster than a process of its own. */
export async function runCommand(addCommand: (program: Command) => void, args: readonly string[]): Promise<Finished> {
  const [out, err] = [captured('stdout'), captured('stderr')]
  const program = new Command('verwijswijzer').exitOverride()
  addCommand(program)
  try {
    const code = await ended(program, args)
    return { code, stdout: out.text(), stderr: err.text() }
  } finally {
    out.restore()
    err.restore()
  }
}

/** As main.ts ends it. */
async function ended(program: Command, args: readonly string[]): Promise<number> {
  try {
    await program.parseAsync(args, { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof Findings) return 1
    if (error instanceof Refusal) printIssues(error.issues, args.includes('--json'))
    else if (!(error instanceof CommanderError)) throw error
    return 2
  }
}

function captured(name: 'stdout' | 'stderr') {
  const written: string[] = []
  const spy = vi.spyOn(process[name], 'write').mockImplementation((text) => {
    written.push(String(text))
    return true
  })
  return { text: () => written.join(''), restore: () => spy.mockRestore() }
}
