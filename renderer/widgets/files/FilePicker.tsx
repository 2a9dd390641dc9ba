import type { Ref } from 'react';

/** The system's own dialog for files. It is hidden: a button or a key opens it by `ref`. */
export function FilePicker({
  ref,
  onPick,
  accept,
  single = false,
}: {
  readonly ref: Ref<HTMLInputElement>;
  readonly onPick: (files: readonly File[]) => void;
  /** Kinds of file that it offers first; all, where it is absent. */
  readonly accept?: string;
  readonly single?: boolean;
}) {
  return (
    <input
      ref={ref}
      type="file"
      multiple={!single}
      accept={accept}
      hidden
      tabIndex={-1}
      data-testid="picker"
      onChange={(event) => {
        onPick([...(event.target.files ?? [])]);
        // The same file may be picked again.
        event.target.value = '';
      }}
    />
  );
}
