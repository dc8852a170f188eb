/**
 * The same address without the slashes at the end of its path, or null when it has none. A path that begins with
 * two slashes or holds a backslash would lead to another host, so it is left alone.
 */
export function trimmed({ url, method }: Request): string | null {
  if (method !== 'GET' && method !== 'HEAD') return null
  const { pathname, search } = new URL(url)
  if (!/^\/[^/\\]/.test(pathname) || pathname.includes('\\')) return null
  const shorter = pathname.replace(/\/+$/, '')
  return shorter === pathname ? null : shorter + search
}
