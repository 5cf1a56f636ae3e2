/// What workbench pages add to the house style: rules with marks beside them, and changes with old and new.
enum WorkbenchStyle {
  static let text = """
    .workbench{max-width:70rem}
    .workbench p,.workbench li{max-width:none}
    .workbench main>p{margin:0 0 1.2rem;line-height:1.55}
    .item{margin:0 0 1rem;padding:.7rem 0 .2rem;border-top:1px solid var(--hairline);break-inside:avoid}
    .item h3{margin:0 0 .15rem;font-size:1rem}
    .item .place{font-size:.8rem;color:var(--muted);margin:0 0 .5rem}
    .marked{display:grid;grid-template-columns:1fr 9rem 9rem;gap:.2rem .8rem;font-size:.9rem;margin:0 0 .5rem}
    .marked>div{padding:.1rem 0}
    .marked .said{padding-left:.5rem;border-left:3px solid var(--hairline)}
    .marked .said.reached{border-color:var(--positive)}
    .marked .said.partly{border-color:var(--caution)}
    .marked .said.missed{border-color:var(--negative)}
    .marked .joint{color:var(--muted);grid-column:1/-1}
    .in-1{margin-left:1.2rem}
    .in-2{margin-left:2.4rem}
    .in-3{margin-left:3.6rem}
    .in-4{margin-left:4.8rem}
    .aspects{display:grid;grid-template-columns:10rem 1fr;gap:.2rem 1rem;font-size:.9rem;margin:0 0 .5rem}
    .aspects dt{color:var(--muted)}
    .aspects dd{margin:0}
    del{color:var(--negative)}
    ins{color:var(--positive);text-decoration-thickness:1px}
    @media (max-width:34rem){
    .marked{grid-template-columns:1fr}
    .workbench .scroll.wide table{min-width:0}
    .workbench .scroll thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .workbench .scroll tr{display:block;padding:.5rem 0;border-bottom:1px solid var(--hairline)}
    .workbench .scroll :is(th,td){display:block;border:0;padding:.1rem 0;text-align:start}
    .workbench .scroll td::before{content:attr(data-title) ": ";color:var(--muted)}
    .aspects{grid-template-columns:1fr}
    }

    """
}
