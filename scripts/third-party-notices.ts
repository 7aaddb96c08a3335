import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'esbuild'

const PACKAGE = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//

/** The packages that a build bundles. */
export interface Bundled {
  readonly plugin: Plugin
  /** Folders by name, once the build has ended. */
  readonly folders: ReadonlyMap<string, string>
}

/** Collects the packages that esbuild bundles, for `noticesOf`. */
export function bundledPackages(): Bundled {
  const folders = new Map<string, string>()
  const plugin: Plugin = {
    name: 'bundled-packages',
    setup(build) {
      build.initialOptions.metafile = true
      build.onEnd(({ metafile }) => {
        for (const { inputs } of Object.values(metafile?.outputs ?? {}))
          for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
            const [, folder, name] = PACKAGE.exec(path) ?? []
            if (folder && name && bytesInOutput > 0) folders.set(name, folder)
          }
      })
    },
  }
  return { plugin, folders }
}

/** The notices that the licences of these packages ask for. */
export function noticesOf(...builds: readonly Bundled[]): string {
  const folders = new Map(builds.flatMap((build) => [...build.folders]))
  const notices = [...folders].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, folder]) => noticeOf(name, folder))
  return `Bundled from others, with the licences they come under:\n\n${notices.join('\n')}`
}

/** Throws where a package comes without the text of its licence: then it may not be passed on. */
function noticeOf(name: string, folder: string): string {
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one))
  if (!file) throw new Error(`${name} comes without the text of its licence`)
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').replaceAll('*/', '* /').trim()
  return `${name} ${version} (${license})\n\n${text}\n`
}
