import { version } from '../../package.json'

/** The version of this package, which every advice names. */
export const PACKAGE_VERSION: string = version
