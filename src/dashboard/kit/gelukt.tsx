import type { ComponentChildren, VNode } from 'preact';

/** At the head of a page after a form was carried out. */
export function Gelukt({ children }: { readonly children: ComponentChildren }): VNode {
  return (
    <div class="bericht-vak goed" role="status">
      {children}
    </div>
  );
}
