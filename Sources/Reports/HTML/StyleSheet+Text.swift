extension StyleSheet {
  /// Type, measure, headings, the head of the page and the contents.
  static let text = """
    *,::before,::after{box-sizing:border-box}
    html{font:100%/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;\
    -webkit-text-size-adjust:100%}
    body{margin:0;background:var(--page);color:var(--ink);font-variant-numeric:tabular-nums;overflow-wrap:anywhere;\
    hyphens:manual}
    .page{max-width:53rem;margin:0 auto;padding:3rem 1.5rem 4rem}
    .skip{position:absolute;left:-99rem;top:0;padding:.5rem 1rem;background:var(--accent);color:var(--page)}
    .skip:focus{left:0;z-index:1}
    :focus-visible{outline:2px solid var(--accent);outline-offset:2px}
    a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.15em}
    a:hover{text-decoration-thickness:2px}
    p,ul,ol,dl{margin:0 0 .9rem}
    p,li,dd{max-width:44rem}
    ul,ol{padding-left:1.4rem}
    li{margin-bottom:.3rem}
    code{font:.86em/1.4 ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;background:var(--panel);\
    padding:.08em .3em;border-radius:3px}
    h1,h2,h3,h4,h5,h6{line-height:1.22;text-wrap:balance;font-weight:650;margin:0}
    h1{font-size:2.1rem;letter-spacing:-.017em}
    h2{font-size:1.45rem;letter-spacing:-.01em;margin:3.2rem 0 1rem;padding-top:.9rem;border-top:2px solid var(--ink)}
    h3{font-size:1.14rem;margin:2.1rem 0 .7rem}
    h4,h5,h6{font-size:1rem;margin:1.6rem 0 .5rem}
    .subtitle{font-size:1.15rem;color:var(--muted);margin:.4rem 0 0}
    .masthead{border-top:6px solid var(--accent);padding-top:1.4rem}
    .facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));gap:.9rem 1.5rem;\
    margin:1.8rem 0 1.4rem;padding:.9rem 0;border-top:1px solid var(--hairline);border-bottom:1px solid var(--hairline)}
    .facts dt{font-size:.78rem;color:var(--muted)}
    .facts dd{margin:0;font-weight:550}
    .notice{font-size:.86rem;line-height:1.5;color:var(--muted);margin:0 0 1.5rem;max-width:none}
    .notice strong{color:var(--ink)}
    .notice p{max-width:none;margin:0 0 .4rem}
    .contents{font-size:.92rem;margin:1.6rem 0 0;padding:1rem 1.2rem;background:var(--panel);border-radius:6px}
    .contents h2{font-size:.92rem;margin:0 0 .4rem;padding:0;border:0;letter-spacing:0}
    .contents ol{list-style:none;margin:0;padding:0;columns:2;column-gap:2rem}
    .contents li{break-inside:avoid;margin:0 0 .2rem}
    .contents a{text-decoration:none}
    .contents a:hover{text-decoration:underline}
    main section:first-child>h2{margin-top:2.4rem}
    .footer{margin-top:4rem;padding-top:1rem;border-top:2px solid var(--ink);font-size:.86rem;color:var(--muted)}
    .generator{font-size:.76rem;margin:0;max-width:none}
    @media (max-width:34rem){
    .page{padding:1.4rem 1rem 3rem}
    h1{font-size:1.6rem}
    h2{font-size:1.25rem;margin-top:2.6rem}
    .contents ol{columns:1}
    .facts{grid-template-columns:1fr 1fr;gap:.35rem 1rem;margin:1rem 0 .6rem;padding:.6rem 0;font-size:.86rem;line-height:1.35}
    }

    """

  /// Lead sentence, badges, callouts, lists and steps.
  static let blocks = """
    .lead{font-size:1.32rem;line-height:1.42;font-weight:500;letter-spacing:-.008em;margin:0 0 1.3rem;max-width:42rem;\
    text-wrap:pretty}
    .badge{display:inline-block;font-size:.75rem;line-height:1.3;font-weight:600;padding:.1em .5em;border-radius:3px;\
    border:1px solid currentColor;color:var(--muted);background:var(--panel);vertical-align:.08em}
    .badge.info{color:var(--accent);background:var(--accent-ground)}
    .badge.positive{color:var(--positive);background:var(--positive-ground)}
    .badge.caution{color:var(--caution);background:var(--caution-ground)}
    .badge.negative{color:var(--negative);background:var(--negative-ground)}
    .note-number{font-size:.72em;line-height:0;vertical-align:.45em;font-weight:500;padding-left:.1em;white-space:nowrap}
    .note-number a{text-decoration-color:var(--line);padding:.25em .12em}
    .definitions{display:grid;grid-template-columns:fit-content(17rem) 1fr;gap:.45rem 1.5rem}
    .definitions dt{font-weight:600}
    .definitions dd{margin:0}
    .callout{margin:1.3rem 0;padding:.8rem 1.1rem;border-left:4px solid var(--accent);\
    background:var(--accent-ground);border-radius:0 6px 6px 0}
    .callout>:last-child{margin-bottom:0}
    .callout-title{font-weight:650;margin:0 0 .3rem}
    .callout-kind{color:var(--accent)}
    .callout.warning{border-color:var(--negative);background:var(--negative-ground)}
    .callout.warning .callout-kind{color:var(--negative)}
    .callout.confirm{border-color:var(--caution);background:var(--caution-ground)}
    .callout.confirm .callout-kind{color:var(--caution)}
    .callout.assumption{border-color:var(--line);background:var(--panel)}
    .callout.assumption .callout-kind{color:var(--muted)}
    .steps{list-style:none;margin:0 0 1.4rem;padding:0}
    .steps li{position:relative;max-width:none;margin:0;padding:.6rem 0 .6rem 2rem;border-top:1px solid var(--hairline)}
    .steps li:last-child{border-bottom:1px solid var(--hairline)}
    .tick{position:absolute;left:.1rem;top:.86rem;width:1.05rem;height:1.05rem;border:1.5px solid var(--line);\
    border-radius:3px}
    .step-head{display:flex;flex-wrap:wrap;gap:0 .6rem;align-items:baseline;margin:0;max-width:none}
    .step-number{color:var(--muted);min-width:2.3rem}
    .step-title{font-weight:600;flex:1 1 14rem}
    .step-owner{font-size:.84rem;color:var(--muted)}
    .step-more{font-size:.9rem;margin:.1rem 0 0 2.9rem;color:var(--muted);max-width:42rem}
    .step-more b{font-weight:600;color:var(--ink)}
    .references{padding-left:0;list-style:none;font-size:.88rem}
    .references li{display:grid;grid-template-columns:2rem 1fr;max-width:none;margin-bottom:.35rem}
    .references .about{color:var(--muted)}
    .references .host{display:none;color:var(--muted)}
    .references .back{padding:0 .2em}
    details{margin:.6rem 0 1.2rem;font-size:.92rem}
    summary{color:var(--accent);cursor:pointer}
    @media (max-width:34rem){
    .lead{font-size:1.15rem}
    .definitions{grid-template-columns:1fr;gap:.1rem}
    .definitions dd{margin-bottom:.5rem}
    .step-more{margin-left:0}
    }

    """
}
