import type { ComponentProps } from 'react';

/**
 * One of a few texts, from the list of the system. `prompt`: what the field shows while nothing is chosen.
 */
export function Select<Id extends string>({
  options,
  prompt,
  onChoose,
  ...select
}: Omit<ComponentProps<'select'>, 'onChange'> & {
  readonly options: readonly (readonly [id: Id, words: string])[];
  readonly prompt?: string;
  readonly onChoose: (id: Id) => void;
}) {
  return (
    <select
      className="field"
      {...select}
      onChange={({ target }) => {
        const chosen = options.find(([id]) => id === target.value);
        if (chosen !== undefined) onChoose(chosen[0]);
      }}
    >
      {prompt === undefined ? null : <option value="">{prompt}</option>}
      {options.map(([id, words]) => (
        <option key={id} value={id}>
          {words}
        </option>
      ))}
    </select>
  );
}
