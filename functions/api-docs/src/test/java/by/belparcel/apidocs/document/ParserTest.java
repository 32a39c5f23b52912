package by.belparcel.apidocs.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.Map;
import org.junit.jupiter.api.Test;

// H-40: a parser that others use has nothing to say
class ParserTest {

    @Test
    void anotherParserReadsTheDocumentWithoutAComplaint() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult result =
                new OpenAPIV3Parser().readContents(OpenApiDocument.json(OpenApiDocument.merged()), null, options);

        assertThat(result.getMessages()).isNullOrEmpty();
        assertThat(result.isOpenapi31()).isTrue();
        assertThat(result.getOpenAPI().getPaths())
                .hasSameSizeAs((Map<?, ?>) OpenApiDocument.merged().get("paths"));
    }

    @Test
    void theOtherParserWouldComplain() {
        String broken = OpenApiDocument.json(OpenApiDocument.merged())
                .replace("\"summary\" : \"Open a session\",", "\"sumary\" : 1,");

        assertThat(new OpenAPIV3Parser().readContents(broken).getMessages()).isNotEmpty();
    }
}
