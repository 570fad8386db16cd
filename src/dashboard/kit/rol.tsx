import type { ComponentChildren, VNode } from 'preact';

/** What may be wider than the screen scrolls by itself, and can be reached by keyboard. */
export function Rol(props: { readonly label: string; readonly children: ComponentChildren }): VNode {
  return (
    <section class="rol" tabindex={0} aria-label={props.label}>
      {props.children}
    </section>
  );
}

/** A text as it was sent, or an example. */
export function Xml(props: { readonly label: string; readonly children: ComponentChildren }): VNode {
  return (
    <section class="xml" tabindex={0} aria-label={props.label}>
      <pre>{props.children}</pre>
    </section>
  );
}
