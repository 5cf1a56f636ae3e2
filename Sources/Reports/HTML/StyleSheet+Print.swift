extension StyleSheet {
  /// Paper: black on white, links that need no click, nothing torn apart, what is for looking up in two columns.
  static let printing = """
    @media print{
    html{font-size:8.9pt;line-height:1.42}
    body{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    .page{max-width:none;padding:0}
    p,li,dd{max-width:none}
    .skip,.contents,details,.references .back{display:none}
    a{color:inherit;text-decoration:none}
    .references a[href^="http"]::after{content:" " attr(href);color:var(--muted)}
    .brief .references a[href^="http"]::after{content:none}
    .brief .references .host{display:inline}
    .masthead{padding-top:.8rem}
    h1{font-size:1.9rem}
    .facts{margin:.8rem 0 .7rem;padding:.45rem 0;gap:.4rem 1rem;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));\
    font-size:.88rem}
    .notice{margin-bottom:.4rem;font-size:.82rem}
    .footer{margin-top:1.6rem}
    h1,h2,h3,h4,h5,h6,caption,.group,.callout-title,.chart-figure figcaption{break-after:avoid}
    h2{margin:1.7rem 0 .7rem;padding-top:.6rem;font-size:1.35rem}
    h3{margin:1.15rem 0 .4rem}
    h4{margin:.9rem 0 .3rem}
    main section:first-child>h2{margin-top:1rem}
    p,ul,ol,dl{margin-bottom:.55rem}
    li{margin-bottom:.18rem}
    .lead{margin-bottom:.7rem}
    .callout{margin:.7rem 0;padding:.5rem .8rem}
    figure{margin:.7rem 0 1rem}
    .plot{max-width:27rem}
    .plot.wide-plot{min-width:0;max-width:52rem}
    table{margin-bottom:.9rem;font-size:.9rem}
    th,td{padding-top:.2rem;padding-bottom:.2rem}
    thead th{overflow-wrap:normal;hyphens:none}
    tr,li,figure,.ranking,.callout,.facts,.footer,.definitions>*{break-inside:avoid}
    p:has(+figure),p:has(+table),p:has(+.scroll),p:has(+section),p:has(+dl),p:has(+ul),p:has(+ol){break-after:avoid}
    thead{display:table-header-group}
    tbody tr:first-child{break-after:avoid}
    tbody tr:last-child{break-before:avoid}
    tfoot{display:table-row-group}
    tfoot tr{break-before:avoid}
    p,li{orphans:3;widows:3}
    .scroll{overflow:visible;margin-bottom:.9rem}
    .scroll.wide table,.architecture{min-width:0}
    .architecture{max-height:225mm}
    .definitions{gap:.2rem 1rem;grid-template-columns:fit-content(15rem) 1fr}
    .short{break-inside:avoid}
    .dense{font-size:.84rem;line-height:1.36}
    .dense:has(>section.dense){columns:2;column-gap:1.6rem}
    .dense:has(>section.dense)>h2{column-span:all}
    .dense .dense h3{margin-top:.6rem}
    .dense .scroll.wide table{min-width:0}
    .dense>ul,.dense>ol{columns:2;column-gap:1.6rem;padding-left:1.1rem}
    .dense .dense>ul,.dense .dense>ol{columns:auto}
    .steps li{padding:.22rem 0 .22rem 1.6rem}
    .steps .tick{top:.36rem;width:.9rem;height:.9rem}
    .steps .step-more{margin:0 0 0 2.9rem;font-size:.84rem;line-height:1.34}
    .steps .step-details,.steps .step-links{display:none}
    .brief .architecture{max-height:165mm}
    .brief #s-overview .scroll{columns:2;column-gap:1.4rem}
    .brief #s-overview table{margin:0}
    .brief .callout ul{columns:2;column-gap:1.6rem}
    .brief .definitions{grid-template-columns:fit-content(9rem) 1fr fit-content(9rem) 1fr;font-size:.92em}
    .brief #s-open-points ul{columns:2;column-gap:1.6rem;font-size:.92em}
    .brief .definitions{break-inside:avoid}
    .brief :is(th,td){padding-top:.12rem;padding-bottom:.12rem}
    .brief #s-overview table{font-size:.78rem;line-height:1.3}
    .brief h2{margin:.85rem 0 .4rem;padding-top:.35rem}
    .brief .callout,.brief figure{margin:.5rem 0 .7rem}
    .brief .footer{margin-top:.6rem}
    .references{columns:2;column-gap:1.6rem;font-size:.74rem;line-height:1.3}
    .references li{grid-template-columns:1.7rem 1fr;margin-bottom:.2rem}
    }

    """
}
