/** A text of the package's sources and what stands in its place. Every one must be found. */
type Change = readonly [from: string, to: string];

/**
 * The package asks for Node-API 10 for one reason: it keeps references to strings. Node-API 9 can keep
 * references to objects, so each string becomes a property of one.
 */
const HELD_STRING = `struct HeldString {
	Napi::ObjectReference box;
	HeldString() {}
	HeldString(Napi::Env env, Napi::String text) {
		Napi::Object object = Napi::Object::New(env);
		object.Set("text", text);
		box = Napi::Persistent(object);
	}
	Napi::String Value() const { return box.Value().Get("text").As<Napi::String>(); }
};
`;

const REFERENCE = 'Napi::Reference<Napi::String>';

/** By the file's path in the package. */
export const CHANGES: Readonly<Record<string, readonly Change[]>> = {
  'src/better_sqlite3.cpp': [['#include "util/macros.cpp"\n', `#include "util/macros.cpp"\n${HELD_STRING}`]],
  'src/util/constants.cpp': [
    [REFERENCE, 'HeldString'],
    [
      'Napi::Persistent(InternalizedFromLatin1(env, str))',
      'HeldString(env, InternalizedFromLatin1(env, str))',
    ],
  ],
  'src/util/helpers.cpp': [[`${REFERENCE}&`, 'HeldString&']],
  'src/util/bind-map.cpp': [
    [`const ${REFERENCE} name;`, 'HeldString name;'],
    [
      'name(Napi::Persistent(InternalizedFromUtf8(env, name, -1)))',
      'name(env, InternalizedFromUtf8(env, name, -1).As<Napi::String>())',
    ],
    ['name(Napi::Persistent(pair->name.Value()))', 'name(env, pair->name.Value())'],
  ],
};

/** @throws where the sources are no longer those that the changes were written for */
export function changeSource(path: string, source: string): string {
  return (CHANGES[path] ?? []).reduce((text, [from, to]) => {
    if (!text.includes(from))
      throw new Error(`${path} of better-sqlite3 has changed: “${from.trim()}” is not there.`);
    return text.replaceAll(from, to);
  }, source);
}

/** The definitions that SQLite is compiled with, from the package's `deps/defines.gypi`. */
export function definitionsOf(gypi: string): string[] {
  const found = [...gypi.matchAll(/^\s*'([A-Z][\w=-]*)',$/gm)].map(([, definition = '']) => definition);
  if (!found.includes('SQLITE_ENABLE_FTS5'))
    throw new Error('deps/defines.gypi of better-sqlite3 cannot be read.');
  return found;
}
