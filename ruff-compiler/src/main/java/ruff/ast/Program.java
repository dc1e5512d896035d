package ruff.ast;

import java.util.List;
import ruff.lexer.Token;
import ruff.source.SourceText;

/**
 * A parsed file.
 *
 * @param tokens all tokens with their trivia, the end-of-file token last; joined they give the
 *     source again
 */
public record Program(SourceText source, List<Token> tokens, List<Stmt> statements) {}
