/// What the form adds to the house style of reports.
enum QuestionnaireStyle {
  static let text = form + tools + narrow + printing

  private static let form = """
    [hidden]{display:none!important}
    fieldset{border:0;margin:0;padding:0;min-width:0}
    legend{padding:0}
    small{font-size:.86em;color:var(--muted)}
    input,textarea,button{font:inherit;color:inherit}
    input[type=text],input[type=date],input[type=number],textarea{background:var(--page);border:1px solid var(--line);\
    border-radius:4px;padding:.3rem .5rem;max-width:100%}
    input[type=number]{width:8.5rem}
    input:user-invalid{border-color:var(--negative);outline-color:var(--negative)}
    input[type=radio],input[type=checkbox]{accent-color:var(--accent);width:1.05rem;height:1.05rem;margin:.24rem 0 0;\
    flex:none}
    .introduction{margin-top:1.6rem}
    .without-script{color:var(--caution)}
    .about{margin:1.8rem 0 0;padding:1rem 0 1.2rem;border-top:1px solid var(--hairline);\
    border-bottom:1px solid var(--hairline)}
    .about legend{float:left;width:100%;font-weight:650;margin:0 0 .6rem}
    .fields{clear:both;display:grid;grid-template-columns:2fr 1.4fr;gap:.8rem 1.5rem}
    .field label{display:block;font-size:.86rem;margin:0 0 .2rem}
    .field input{width:100%}
    .count{font-size:.86em;color:var(--muted)}
    .question{padding:1.2rem 0 .9rem 2.6rem;border-top:1px solid var(--hairline)}
    h2+.question{border-top:0;padding-top:.2rem}
    .question legend{float:left;width:100%;max-width:44rem;font-weight:600;line-height:1.4;text-wrap:pretty}
    .question legend+*{clear:both}
    .number{float:left;width:2.6rem;margin-left:-2.6rem;font-weight:400;color:var(--muted)}
    .question[data-state] .number{color:var(--accent);font-weight:650}
    .when{font-size:.92rem;color:var(--caution);margin:.15rem 0 0}
    .help{font-size:.92rem;color:var(--muted);margin:.15rem 0 0}
    .answers{display:grid;grid-template-columns:repeat(auto-fill,minmax(15.5rem,1fr));gap:.15rem 1.4rem;\
    margin:.5rem 0 0}
    .option{display:flex;gap:.55rem;align-items:flex-start;padding:.12rem 0}
    .option.unknown{grid-column:1/-1;color:var(--muted)}
    .quantity{grid-column:1/-1;display:flex;flex-wrap:wrap;gap:.3rem .5rem;align-items:baseline}
    .allowed{padding-left:.4rem}
    .after{display:flex;gap:1.2rem;align-items:baseline;font-size:.92rem}
    .note{flex:1;margin:.2rem 0 0;font-size:inherit}
    .note summary{width:fit-content}
    .room{width:100%;max-width:44rem;display:block;margin:.3rem 0 0;resize:vertical}

    """

  private static let tools = """
    button{background:var(--accent);color:var(--page);border:1px solid var(--accent);border-radius:4px;\
    padding:.4rem 1rem;font-weight:600;white-space:nowrap;cursor:pointer}
    button.quiet{background:none;color:var(--accent)}
    .after button{border:0;padding:0;font-weight:400}
    .after button:hover{text-decoration:underline}
    .tools{position:sticky;bottom:0;display:flex;flex-wrap:wrap;gap:.5rem .8rem;align-items:center;\
    margin:2rem 0 0;padding:.7rem 0;background:var(--page);border-top:1px solid var(--line)}
    .tools .progress{flex:1 1 14rem;margin:0}
    #progress{font-weight:600}
    #status{display:block;font-size:.86rem;color:var(--muted)}
    #status.wrong{color:var(--negative)}
    .dropping{outline:3px dashed var(--accent);outline-offset:-6px}
    .question{scroll-margin-bottom:6rem}

    """

  private static let narrow = """
    @media (max-width:34rem){
    .fields{grid-template-columns:1fr}
    .question{padding-left:0}
    .number{float:none;margin:0;width:auto}
    .answers{grid-template-columns:1fr}
    .option{padding:.3rem 0}
    .tools .progress{flex-basis:100%}
    .tools button{flex:1;padding:.35rem .5rem}
    }

    """

  /// On paper, boxes and lines to write on; what the screen alone needs is left out.
  private static let printing = """
    @media print{
    .without-script,.with-script,button{display:none!important}
    .question,.about,.field{break-inside:avoid}
    .question{padding-top:.7rem;padding-bottom:.5rem}
    .question legend{break-after:avoid}
    .answers{grid-template-columns:1fr 1fr;gap:0 1.4rem}
    input[type=text],input[type=date],input[type=number]{border:0;border-bottom:1px solid var(--line);border-radius:0}
    ::-webkit-calendar-picker-indicator{display:none}
    .note{display:block}
    .note summary{list-style:none;color:var(--muted);width:auto;display:flex;gap:.5rem}
    .note:not([open]) summary::after{content:"";flex:1;border-bottom:1px dotted var(--line)}
    .when{color:inherit;font-style:italic}
    }

    """
}
